import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { conversationView } from "../../client/testing/views";
import { ANNAS, deskOf, renderAt } from "../testing/desk";
import { type Asked, Composer } from "./composer";

const mine = conversationView({ owner: ANNAS, last_seq: 4 });
const canned = {
  items: [
    { id: "1", shortcut: "thanks", text: "Thank you for waiting." },
    { id: "2", shortcut: "returns", text: "You can send it back." },
  ],
  next: null,
};

beforeEach(() => localStorage.clear());
afterEach(cleanup);

function open(conversation = mine, asked: Asked | null = null) {
  const made = deskOf([conversation], { "canned-replies": canned });
  made.socket.answer("typing", () => ({ ok: true, data: {} }));
  const view = renderAt(
    made.desk,
    <Composer conversation={conversation} asked={asked} onAskedDone={() => {}} onLeave={() => {}} />,
  );
  return { ...made, ...view };
}

function box(): HTMLTextAreaElement {
  return screen.getByRole<HTMLTextAreaElement>("textbox");
}

function write(text: string): void {
  box().value = text;
  box().setSelectionRange(text.length, text.length);
  fireEvent.input(box());
}

test("Enter sends and empties the box", async () => {
  const { socket } = open();
  write("Good day");
  fireEvent.keyDown(box(), { key: "Enter" });
  expect(socket.payloads("send_message")[0]).toMatchObject({ epoch: 3, content: { text: "Good day" } });
  await waitFor(() => expect(box().value).toBe(""));
});

test("Shift+Enter and the Enter of an input method do not send", () => {
  const { socket } = open();
  write("Good day");
  fireEvent.keyDown(box(), { key: "Enter", shiftKey: true });
  fireEvent.keyDown(box(), { key: "Enter", isComposing: true });
  expect(socket.payloads("send_message")).toEqual([]);
});

test("blank words are not sent", () => {
  const { socket } = open();
  write("   ");
  fireEvent.keyDown(box(), { key: "Enter" });
  expect(socket.payloads("send_message")).toEqual([]);
});

test("a draft is there again when the chat is opened again", () => {
  open();
  write("half a sent");
  cleanup();
  open();
  expect(box().value).toBe("half a sent");
});

test("reply and note keep drafts of their own, and a note goes to colleagues", async () => {
  const { socket } = open();
  write("for the visitor");
  fireEvent.click(screen.getByRole("button", { name: /^Note/ }));
  expect(box().value).toBe("");
  write("for colleagues");
  fireEvent.keyDown(box(), { key: "Enter" });
  expect(socket.payloads("add_note")[0]).toMatchObject({ content: { text: "for colleagues" } });
  expect(socket.payloads("send_message")).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: /^Reply/ }));
  await waitFor(() => expect(box().value).toBe("for the visitor"));
});

test.each([
  [conversationView({ owner: { kind: "queue", epoch: 2 } }), "Accept to reply."],
  [
    conversationView({ owner: { kind: "agent", agent_id: "a2", name: "Bjarni", epoch: 2 } }),
    "Bjarni is answering",
  ],
  [conversationView({ owner: ANNAS, status: "resolved" }), "This chat is resolved"],
])("a chat that is not mine says why it takes no reply", (conversation, reason) => {
  const { socket } = open(conversation);
  expect(document.body.textContent).toContain(reason);
  expect(box().readOnly).toBe(true);
  fireEvent.keyDown(box(), { key: "Enter" });
  expect(socket.payloads("send_message")).toEqual([]);
});

test("a slash opens the canned replies, the arrows choose and Enter puts one in", async () => {
  const { socket } = open();
  write("Hello /");
  await screen.findByText("Thank you for waiting.");
  fireEvent.keyDown(box(), { key: "ArrowDown" });
  await waitFor(() =>
    expect(screen.getAllByRole("option").map((option) => option.getAttribute("aria-selected"))).toEqual([
      "false",
      "true",
    ]),
  );
  fireEvent.keyDown(box(), { key: "Enter" });
  await waitFor(() => expect(box().value).toBe("Hello You can send it back."));
  expect(socket.payloads("send_message")).toEqual([]);
});

test("what the keyboard asks for is done: a note, or a canned reply", async () => {
  open(mine, { n: 1, for: "note" });
  expect(screen.getByRole("button", { name: /^Note/ }).getAttribute("aria-pressed")).toBe("true");
  cleanup();
  open(mine, { n: 1, for: "canned" });
  await screen.findByText("Thank you for waiting.");
  expect(box().value).toBe("/");
  // Only the list was wanted: leaving it leaves no slash to send.
  fireEvent.keyDown(box(), { key: "Escape" });
  await waitFor(() => expect(box().value).toBe(""));
  expect(screen.queryByRole("listbox")).toBeNull();
});

test("typing is told once in a while and ended by sending", () => {
  const { socket } = open();
  write("G");
  write("Go");
  fireEvent.keyDown(box(), { key: "Enter" });
  expect(socket.payloads("typing").map(({ on }) => on)).toEqual([true, false]);
});
