import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { conversationView } from "../../client/testing/views";
import type { HandoffCardView } from "../../wire/rest.gen";
import { deskOf, renderAt } from "../testing/desk";
import { HandoffCard } from "./handoff_card";

const WAITING = conversationView({
  owner: { kind: "queue", epoch: 2 },
  handoff_reason: "complaint",
  queued_at: "2026-11-22T10:00:00.000Z",
});
const CARD: HandoffCardView = {
  conversation_id: WAITING.id,
  last_seq: 4,
  reason: "complaint",
  contact: WAITING.contact,
  attempts: [
    { seq: 1, said: "Where is it?", missed: true, heard: [], answers: ["I did not get that."] },
    {
      seq: 3,
      said: "Order 10042",
      intent: "order_status",
      missed: false,
      heard: [{ entity: "order_number", value: "10042" }],
      answers: [],
    },
  ],
  misses: 1,
  facts: [],
  known: [{ key: "order_number", question: "What is your order number?", answer: "10042", seq: 3 }],
  open_orders: [],
  earlier: [
    {
      conversation_id: "c0",
      opened_at: "2026-10-01T10:00:00.000Z",
      intents: ["return_item"],
      outcome: "resolved_by_agent",
      rating: 2,
    },
  ],
  mood: { level: "tense", signs: [{ kind: "not_understood", weight: 1, seq: 1 }] },
  came_from: { page_url: "https://shop.example/cart", page_title: "Your cart" },
};

beforeEach(() => localStorage.clear());
afterEach(cleanup);

function show(answers: Record<string, unknown> = { [`conversations/${WAITING.id}/card`]: CARD }) {
  const at = deskOf([WAITING], answers);
  const view = renderAt(at.desk, <HandoffCard conversation={WAITING} />);
  return { ...at, view };
}

test("says why, what not to ask, what the bot tried, how it went before and where they came from", async () => {
  show();
  await screen.findByText("What is your order number?");
  const card = screen.getByRole("region", { name: "Why a person is wanted" });
  for (const words of [
    "Complaint",
    "Tense",
    "10042",
    "What the bot tried: 2 questions, 1 not understood",
    "understood as order status · order number 10042",
    "1 earlier dialogue, the last resolved by a person",
    "return item · resolved by a person · rated 2 of 5",
    "Your cart",
  ])
    expect(card.textContent).toContain(words);
});

test("stays folded as it was left", async () => {
  const { view } = show();
  await screen.findByText("What is your order number?");
  fireEvent.click(screen.getByRole("button", { name: /Complaint/ }));
  expect(screen.queryByText("What is your order number?")).toBeNull();
  view.unmount();
  show();
  const head = await screen.findByRole("button", { name: /Tense/ });
  expect(head.getAttribute("aria-expanded")).toBe("false");
});

test("keeps the reason when the rest cannot be loaded, and offers to try again", async () => {
  show({});
  await screen.findByText("The rest of this card could not be loaded.");
  expect(screen.getByText("Complaint")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});

test("is made anew when a fact of this person changes", async () => {
  const answers: Record<string, unknown> = { [`conversations/${WAITING.id}/card`]: CARD };
  const { store } = show(answers);
  await screen.findByText("What is your order number?");
  answers[`conversations/${WAITING.id}/card`] = {
    ...CARD,
    known: [{ key: "size", question: "Which size do you need?", answer: "XL" }],
  };
  store.dispatch({ type: "facts_changed", contact_id: WAITING.contact.id });
  await screen.findByText("Which size do you need?");
});
