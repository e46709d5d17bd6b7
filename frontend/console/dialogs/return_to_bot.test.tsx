import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { conversationView } from "../../client/testing/views";
import { ANNAS, deskOf, renderAt } from "../testing/desk";
import { ReturnDialog } from "./return_to_bot";

afterEach(cleanup);

const MINE = conversationView({ owner: ANNAS, contact: { id: "p1", name: "Emma" } });
const CARD = {
  known: [
    { key: "name", question: "?", answer: "Emma", fact_id: "f1" },
    { key: "order_number", question: "?", answer: "10432", seq: 3 },
  ],
  facts: [],
};

function open(answers: Record<string, unknown> = { "conversations/c1/card": CARD }) {
  const made = deskOf([MINE], answers);
  const onClose = vi.fn();
  renderAt(made.desk, <ReturnDialog conversation={MINE} onClose={onClose} />);
  return { ...made, onClose };
}

const send = () => fireEvent.submit(screen.getByLabelText(/What should the bot/).closest("form") as Element);

test("what is known is filled in, and only what is new or over is told", async () => {
  const { socket, onClose } = open();
  socket.answer("return_to_bot", () => ({ ok: true, data: { conversation: MINE } }));
  fireEvent.input(await screen.findByLabelText("Order"), { target: { value: "10433" } });
  fireEvent.click(screen.getByRole("button", { name: "Remove Name Emma" }));
  expect(screen.getByText("holds no longer")).toBeTruthy();
  fireEvent.input(screen.getByLabelText(/What should the bot/), { target: { value: "Paid already" } });
  send();
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(socket.payloads("return_to_bot")).toEqual([
    {
      conversation_id: "c1",
      note: "Paid already",
      facts: [
        { key: "name", value: null },
        { key: "order_number", value: "10433" },
      ],
    },
  ]);
});

test("nothing has to be filled in, not even the card is needed", async () => {
  const { socket, onClose } = open({});
  socket.answer("return_to_bot", () => ({ ok: true, data: { conversation: MINE } }));
  expect(await screen.findByText("Nothing is known yet.")).toBeTruthy();
  send();
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(socket.payloads("return_to_bot")).toEqual([{ conversation_id: "c1", note: null, facts: [] }]);
});

test("a fact the hub does not take stays, marked, to be put right", async () => {
  const { socket, onClose } = open();
  const error = { code: "invalid" as const, message: "This is no e-mail.", fields: { order_number: "x" } };
  socket.answer("return_to_bot", () => ({ ok: false, error }));
  fireEvent.input(await screen.findByLabelText("Order"), { target: { value: "x" } });
  send();
  await vi.waitFor(() => expect(screen.getByLabelText("Order").getAttribute("aria-invalid")).toBe("true"));
  expect(onClose).not.toHaveBeenCalled();
});
