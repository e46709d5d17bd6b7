import { cleanup, fireEvent } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepOf } from "../client/keep";
import { conversationView } from "../client/testing/views";
import { en as later } from "./later/locales/en";
import { en } from "./locales/en";
import { newRoot, openChat } from "./testing/chat";

let root: ShadowRoot;

beforeEach(async () => {
  root = await newRoot();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  document.body.replaceChildren();
});

type Opened = ReturnType<typeof openChat>;

async function write({ view }: Opened, text: string) {
  const box = await view.findByLabelText(en.write);
  fireEvent.input(box, { target: { value: text } });
  fireEvent.keyDown(box, { key: "Enter" });
}

const taken = { ok: true as const, data: { conversation_id: "c1", message_id: "m1", seq: 1 } };

test("a message is being sent, then sent, without a word to those who only listen", async () => {
  const opened = openChat(root, { conversation: conversationView() });
  const { view, socket } = opened;
  await write(opened, "Hello");
  const meta = await view.findByText(en.sending);
  expect(meta.getAttribute("aria-live")).toBe("off");
  socket.emitted.find(({ name }) => name === "send_message")?.ack(taken);
  expect(await view.findByText(en.sent)).toBeTruthy();
});

test("a refused message stays with its reason, can be tried again and can be discarded", async () => {
  const opened = openChat(root, { conversation: conversationView() });
  const { view, socket } = opened;
  socket.answer("send_message", () => ({ ok: false, error: { code: "too_large", message: "too long" } }));
  await write(opened, "an epic");
  expect((await view.findByRole("alert")).textContent).toContain(later.refusedBecause.too_large);
  expect(view.getByText("an epic")).toBeTruthy();
  fireEvent.click(view.getByText(later.tryAgain));
  expect(socket.payloads("send_message")).toHaveLength(2);
  fireEvent.click(await view.findByText(later.discard));
  await vi.waitFor(() => expect(view.queryByText("an epic")).toBeNull());
});

test("words for an inbox that was archived meanwhile stay, and it says why", async () => {
  const opened = openChat(root);
  const { view, socket } = opened;
  socket.answer("send_message", () => ({ ok: false, error: { code: "conflict", message: "closed" } }));
  await write(opened, "Anyone?");
  expect((await view.findByRole("alert")).textContent).toContain(later.refusedBecause.conflict);
  expect(view.getByText("Anyone?")).toBeTruthy();
});

test("a line that is down says nothing for five seconds, then that writing goes on", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const opened = openChat(root, { conversation: conversationView() });
  const { view, socket } = opened;
  socket.goDown();
  await write(opened, "Hello");
  await vi.advanceTimersByTimeAsync(4_000);
  expect(view.queryByText(en.reconnecting)).toBeNull();
  expect(view.getByText(en.sending)).toBeTruthy();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(view.getByText(en.reconnecting)).toBeTruthy();
  expect(view.getByText(en.waitingForLine)).toBeTruthy();
  expect(view.getByLabelText(en.write)).toBeTruthy();
});

test("where nothing can be stored it asks to leave the page open until then", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const keep = keepOf("demo", () => {
    throw new DOMException("denied", "SecurityError");
  });
  const opened = openChat(root, { conversation: conversationView() }, { keep });
  opened.socket.goDown();
  await write(opened, "Hello");
  await vi.advanceTimersByTimeAsync(5_500);
  expect(opened.view.getByText(new RegExp(en.notKept))).toBeTruthy();
});

test("after a reload what waits is shown before there is a hub", async () => {
  const before = openChat(root, { conversation: conversationView() });
  await write(before, "Where is my order?");
  before.client.close();
  cleanup();
  const { view } = openChat(await again(), {}, { welcomed: false });
  expect(await view.findByText("Where is my order?")).toBeTruthy();
});

/** The same browser, another document. */
async function again(): Promise<ShadowRoot> {
  const kept = Object.entries(localStorage);
  const session = Object.entries(sessionStorage);
  document.body.replaceChildren();
  const made = await newRoot();
  for (const [key, value] of kept) localStorage.setItem(key, value);
  for (const [key, value] of session) sessionStorage.setItem(key, value);
  return made;
}
