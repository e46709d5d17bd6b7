import { cleanup } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Welcome } from "../wire/events.gen";
import { newRoot, openChat } from "./testing/chat";

let root: ShadowRoot;
let number = 0;

beforeEach(async () => {
  root = await newRoot();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

function greeting(shown?: string): Partial<Welcome> {
  return { greeting: { text: "Good to see you!", choices: [], ...(shown ? { shown } : {}) } };
}

function fresh(): string {
  number += 1;
  return `experiment/${number}`;
}

test("the hub is told once that its greeting was seen", async () => {
  const shown = fresh();
  const { view, socket } = openChat(root, greeting(shown));
  expect(await view.findByText("Good to see you!")).toBeTruthy();
  await vi.waitFor(() => expect(socket.payloads("greeting_seen")).toEqual([{ shown }]));
  socket.goDown();
  socket.comeUp();
  expect(socket.payloads("greeting_seen")).toHaveLength(1);
});

test("a chat that is closed, or on a page nobody looks at, shows nothing", async () => {
  const closed = openChat(root, greeting(fresh()), { open: false });
  expect(closed.socket.payloads("greeting_seen")).toEqual([]);
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  const shown = fresh();
  const { view, socket } = openChat(root, greeting(shown));
  expect(await view.findByText("Good to see you!")).toBeTruthy();
  expect(socket.payloads("greeting_seen")).toEqual([]);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.waitFor(() => expect(socket.payloads("greeting_seen")).toEqual([{ shown }]));
});

test("a hub that gave no answer in time is told again, and one that answered is not", async () => {
  vi.useFakeTimers();
  const { socket } = openChat(root, greeting(fresh()));
  await vi.advanceTimersByTimeAsync(16_000);
  const before = socket.payloads("greeting_seen").length;
  expect(before).toBeGreaterThan(0);
  socket.answer("greeting_seen", () => ({ ok: true, data: {} }));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(socket.payloads("greeting_seen")).toHaveLength(before + 1);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(socket.payloads("greeting_seen")).toHaveLength(before + 1);
  vi.useRealTimers();
});

test("where nobody counts, nothing is told", async () => {
  const { view, socket } = openChat(root, greeting());
  expect(await view.findByText("Good to see you!")).toBeTruthy();
  expect(socket.payloads("greeting_seen")).toEqual([]);
});
