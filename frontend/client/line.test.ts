import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MemorySocket } from "./testing/memory_socket";
import { Pages, settle } from "./testing/pages";
import { conversationView, messageView, welcomeView } from "./testing/views";
import { whole } from "./timeline";
import type { VisitorClient } from "./visitor_client";

let pages: Pages;
let socket: MemorySocket;

beforeEach(() => {
  vi.useFakeTimers();
  pages = new Pages();
});
afterEach(() => {
  pages.end();
  vi.useRealTimers();
});

/** The page that was loaded last is the one spoken of. */
function page(how: Parameters<Pages["load"]>[0] = {}) {
  const made = pages.load(how);
  socket = made.socket;
  return made;
}

function arrive(change: Parameters<typeof welcomeView>[0] = {}, at = socket): void {
  at.comeUp();
  at.deliver("welcome", welcomeView(change));
}

async function arrived(change: Parameters<typeof welcomeView>[0] = {}) {
  const made = page();
  await settle();
  arrive(change);
  await settle();
  return made;
}

const names = () => socket.emitted.map(({ name }) => name);
const lines = (client: VisitorClient) => whole(client.state.timeline).map(({ seq }) => seq);

test("after an interruption it waits for the welcome, fetches what it missed and only then sends", async () => {
  const { client } = await arrived({
    conversation: conversationView({ last_seq: 1 }),
    messages: [messageView(1)],
  });
  socket.goDown();
  client.send("written meanwhile");
  socket.comeUp();
  await settle();
  expect(names()).toEqual([]);
  arrive({ conversation: conversationView({ last_seq: 3 }), messages: [messageView(3)] });
  await settle();
  expect(names()).toEqual(["resume"]);
  const [resume] = socket.emitted;
  resume?.ack({
    ok: true,
    data: {
      messages: [messageView(1), messageView(2), messageView(3)],
      conversation: conversationView({ last_seq: 3 }),
      more: false,
    },
  });
  await settle();
  expect(names()).toEqual(["resume", "send_message"]);
  expect(lines(client)).toEqual([1, 2, 3]);
});

test("a request in flight when the line broke goes out again under its own id", async () => {
  const { client } = await arrived();
  const asked = client.requestAgent();
  socket.goDown();
  arrive();
  await settle();
  socket.answer("request_agent", () => ({ ok: true, data: { conversation: conversationView() } }));
  socket.answer("resume", () => ({
    ok: true,
    data: { messages: [], conversation: conversationView(), more: false },
  }));
  await vi.advanceTimersByTimeAsync(5_000);
  await asked;
  const ids = socket.payloads("request_agent").map(({ client_id }) => client_id);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(1);
});

test("a hub that drains is left when it says, and nobody is told", async () => {
  const { client } = await arrived({ conversation: conversationView() });
  const seen: boolean[] = [];
  client.subscribe(({ cutOff, connection }) => seen.push(cutOff || connection === "offline"));
  socket.deliver("reconnect", { after_ms: 1_200 });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(socket.wanted).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(socket.wanted).toBe(2);
  client.send("during the move");
  expect(socket.payloads("send_message")).toEqual([]);
  socket.answer("resume", () => ({
    ok: true,
    data: { messages: [], conversation: conversationView(), more: false },
  }));
  arrive({ conversation: conversationView() });
  await settle();
  expect(socket.payloads("send_message")).toHaveLength(1);
  expect(seen).not.toContain(true);
});

test("a line that came back by itself is not left once more", async () => {
  await arrived();
  socket.deliver("reconnect", { after_ms: 3_000 });
  socket.goDown();
  arrive();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(socket.wanted).toBe(1);
});

test("five seconds without a line are nobody's business", async () => {
  const { client } = await arrived();
  socket.goDown();
  await vi.advanceTimersByTimeAsync(4_900);
  expect(client.state.cutOff).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(client.state.cutOff).toBe(true);
  arrive();
  expect(client.state.cutOff).toBe(false);
});

test("when the network is back it does not wait for the next try", async () => {
  await arrived();
  socket.goDown();
  window.dispatchEvent(new Event("online"));
  expect(socket.wanted).toBe(2);
});

test.each([
  ["an earlier owner", conversationView({ owner: { kind: "bot", epoch: 1 }, last_seq: 9 })],
  ["fewer messages", conversationView({ owner: { kind: "agent", epoch: 2 }, last_seq: 4, status: "open" })],
])("a late view with %s changes nothing", async (_, late) => {
  const held = conversationView({ owner: { kind: "agent", epoch: 2 }, last_seq: 5, status: "resolved" });
  const { client } = await arrived({ conversation: held });
  socket.deliver("conversation_updated", { conversation: late });
  expect(client.state.conversation).toMatchObject({ status: "resolved", last_seq: 5, owner: { epoch: 2 } });
});

test("an answer made before a lost push does not hide the gap behind it", async () => {
  const { client } = await arrived({
    conversation: conversationView({ last_seq: 1 }),
    messages: [messageView(1)],
  });
  const answer = (seqs: number[]) => ({
    ok: true as const,
    data: {
      messages: seqs.map((seq) => messageView(seq)),
      conversation: conversationView({ last_seq: seqs.at(-1) ?? 2 }),
      more: false,
    },
  });
  socket.deliver("message_created", { message: messageView(3) });
  await settle();
  const early = socket.emitted.at(-1);
  socket.deliver("message_created", { message: messageView(5) });
  early?.ack(answer([2]));
  await settle();
  expect(lines(client)).toEqual([1, 2, 3]);
  expect(socket.payloads("resume")).toHaveLength(2);
  socket.emitted.at(-1)?.ack(answer([4, 5]));
  await settle();
  expect(lines(client)).toEqual([1, 2, 3, 4, 5]);
});

test("the greeting stays when the first words arrive with the next welcome", async () => {
  const { client } = await arrived();
  client.send("Hello");
  socket.goDown();
  socket.answer("resume", () => ({
    ok: true,
    data: { messages: [], conversation: conversationView({ last_seq: 1 }), more: false },
  }));
  arrive({
    conversation: conversationView({ last_seq: 1 }),
    messages: [messageView(1, "visitor")],
    greeting: { text: "Another one." },
  });
  await settle();
  expect(client.state.greeted).toBe(true);
  expect(client.state.greeting?.text).toBe(welcomeView().greeting.text);
});
