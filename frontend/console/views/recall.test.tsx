import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RecallItem, RecallResult } from "../../wire/rest.gen";
import { deskOf, renderAt } from "../testing/desk";
import { Recall } from "./recall";

const ITEM: RecallItem = {
  conversation_id: "c9",
  message_id: "m9",
  seq: 3,
  at: "2026-05-03T09:15:00.000Z",
  quote: "The sleeves are too short",
  score: 0.9,
  why: "meaning",
  before: "How does the jacket fit?",
  after: null,
};

beforeEach(() => localStorage.clear());
afterEach(cleanup);

function search(result: RecallResult | undefined) {
  const onOpen = vi.fn();
  const { desk } = deskOf([], result ? { "contacts/k1/recall": result } : {});
  renderAt(desk, <Recall contactId="k1" onOpen={onOpen} />);
  const field = screen.getByRole("searchbox", { name: "Search everything they ever said" });
  fireEvent.input(field, { target: { value: "jacket" } });
  fireEvent.submit(field.closest("form") as HTMLFormElement);
  return onOpen;
}

test("what they said leads to its place, with what was said before", async () => {
  const onOpen = search({ items: [ITEM], allowed: true, by_meaning: true });
  fireEvent.click(await screen.findByText("The sleeves are too short"));
  expect(onOpen).toHaveBeenCalledWith(ITEM);
  expect(screen.getByText("How does the jacket fit?")).toBeTruthy();
  expect(screen.queryByText(/by words only/)).toBeNull();
});

test("says that they never said it, and that words alone were compared", async () => {
  search({ items: [], allowed: true, by_meaning: false });
  expect(await screen.findByText(/never said anything about “jacket”/)).toBeTruthy();
});

test("notes of calls follow, with who took them", async () => {
  const note = {
    id: "n1",
    at: "2026-05-04T09:15:00.000Z",
    by: "Anna",
    text: "Wants the red jacket",
    score: 1,
  };
  search({ items: [], notes: [note], allowed: true, by_meaning: true });
  expect(await screen.findByText("Wants the red jacket")).toBeTruthy();
  expect(screen.getByRole("list", { name: "From notes of calls" }).textContent).toContain("Anna");
});

test("says that they do not want to be remembered", async () => {
  search({ items: [], allowed: false, by_meaning: false });
  expect(await screen.findByText(/do not want to be remembered/)).toBeTruthy();
});

test("says that it failed, and offers to try again", async () => {
  search(undefined);
  expect(await screen.findByRole("button", { name: "Try again" })).toBeTruthy();
});
