import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { VisitorHandshake } from "../wire/events.gen";
import { keepOf } from "./keep";
import { MemorySocket } from "./testing/memory_socket";
import { conversationView, messageView, welcomeView } from "./testing/views";
import { whole } from "./timeline";
import { VisitorClient } from "./visitor_client";
import { unreadOf } from "./visitor_state";

let socket: MemorySocket;
let handshake: () => VisitorHandshake;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

function visitor(change: { identity?: string; element?: string } = {}): VisitorClient {
  socket = new MemorySocket();
  const client = new VisitorClient({
    inbox: "demo",
    keep: keepOf("demo"),
    page: () => ({ url: "https://shop.example/boots" }),
    socket: (auth) => {
      handshake = auth;
      return socket;
    },
    ...change,
  });
  client.connect();
  return client;
}

function arrive(change: Parameters<typeof welcomeView>[0] = {}): void {
  socket.comeUp();
  socket.deliver("welcome", welcomeView(change));
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const lines = (client: VisitorClient) => whole(client.state.timeline).map((message) => message.seq);

test("the token of the welcome is used at the next handshake", () => {
  visitor({ element: "flyer" });
  expect(handshake()).toEqual({
    inbox: "demo",
    page: { url: "https://shop.example/boots" },
    element: "flyer",
  });
  arrive();
  expect(handshake().token).toBe("visitor-token");
});

test("a gap shows nothing out of order and is filled by resume", async () => {
  const client = visitor();
  arrive({ conversation: conversationView(), messages: [messageView(1)] });
  socket.answer("resume", () => ({
    ok: true,
    data: { messages: [messageView(2), messageView(3)], conversation: conversationView(), more: false },
  }));
  socket.deliver("message_created", { message: messageView(3) });
  expect(lines(client)).toEqual([1]);
  await settle();
  expect(socket.payloads("resume")).toEqual([{ conversation_id: "c1", after: 1 }]);
  expect(lines(client)).toEqual([1, 2, 3]);
});

test("a message that arrives twice is shown once", () => {
  const client = visitor();
  arrive({ conversation: conversationView(), messages: [messageView(1)] });
  socket.deliver("message_created", { message: messageView(2) });
  socket.deliver("message_created", { message: messageView(2) });
  expect(lines(client)).toEqual([1, 2]);
});

test("a seq that is not the visitor's to see is no gap", async () => {
  const client = visitor();
  arrive({ conversation: conversationView(), messages: [messageView(1)] });
  socket.deliver("message_created", { message: messageView(3, "agent", { prev_seq: 1 }) });
  await settle();
  expect(lines(client)).toEqual([1, 3]);
  expect(socket.payloads("resume")).toEqual([]);
});

test("after each reconnect it resumes with the last message it holds", async () => {
  const client = visitor();
  arrive({ conversation: conversationView(), messages: [messageView(1), messageView(2)] });
  socket.goDown();
  expect(client.state.connection).toBe("offline");
  socket.answer("resume", () => ({
    ok: true,
    data: {
      messages: [messageView(2), messageView(3)],
      conversation: conversationView({ status: "resolved", updated_at: "2026-11-21T13:00:00.000Z" }),
      more: false,
    },
  }));
  arrive();
  await settle();
  expect(socket.payloads("resume")).toEqual([{ conversation_id: "c1", after: 1 }]);
  expect(lines(client)).toEqual([1, 2, 3]);
  expect(client.state.conversation?.status).toBe("resolved");
});

test("when somebody else is identified nothing of the one before stays on screen", async () => {
  const client = visitor();
  arrive({ conversation: conversationView(), messages: [messageView(1)] });
  socket.answer("identify", () => ({
    ok: true,
    data: {
      token: "another-token",
      contact: { id: "p2", name: "Guðrún", identified: true },
      conversation: null,
      messages: [],
      greeting: { text: "Welcome back, Guðrún." },
    },
  }));
  await client.identify("signed");
  expect(lines(client)).toEqual([]);
  expect(client.state.earlier).toEqual([]);
  expect(client.state.conversation).toBeNull();
  expect(handshake().token).toBe("another-token");
});

test("while the bot is starting it asks again, and the bot's first word says that it is there", async () => {
  const client = visitor();
  const inbox = { ...welcomeView().inbox, bot_ready: false };
  arrive({ inbox });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(socket.wanted).toBe(2);
  arrive({ inbox, conversation: conversationView() });
  socket.deliver("message_created", { message: messageView(1) });
  expect(client.state.inbox?.bot_ready).toBe(true);
});

test("what is written after a dialogue was resolved opens a new one below it", async () => {
  const client = visitor();
  arrive({ conversation: conversationView({ status: "resolved" }), messages: [messageView(1)] });
  socket.answer("send_message", () => ({
    ok: true,
    data: { conversation_id: "c2", message_id: "n1", seq: 1 },
  }));
  socket.answer("resume", () => ({
    ok: true,
    data: {
      messages: [messageView(1, "visitor", { id: "n1", conversation_id: "c2" })],
      conversation: conversationView({ id: "c2" }),
      more: false,
    },
  }));
  client.send("One more thing");
  await settle();
  expect(socket.payloads("send_message")[0]).not.toHaveProperty("conversation_id");
  expect(client.state.conversation?.id).toBe("c2");
  expect(client.state.earlier.map((message) => message.id)).toEqual(["m1"]);
});

test("a dialogue begun in another tab appears here with everything said meanwhile", async () => {
  const client = visitor();
  arrive();
  const pages = [[messageView(1, "visitor")], [messageView(1, "visitor"), messageView(2)]];
  socket.answer("resume", () => ({
    ok: true,
    data: { messages: pages.shift() ?? [], conversation: conversationView(), more: false },
  }));
  socket.deliver("message_created", { message: messageView(1, "visitor") });
  socket.deliver("message_created", { message: messageView(2) });
  await settle();
  expect(lines(client)).toEqual([1, 2]);
});

test("reading is told once, and other tabs' reading counts", async () => {
  const client = visitor();
  arrive({
    conversation: conversationView(),
    messages: [messageView(1), messageView(2, "visitor"), messageView(3)],
  });
  expect(unreadOf(client.state)).toBe(2);
  client.markRead();
  client.markRead();
  expect(socket.payloads("mark_read")).toEqual([{ conversation_id: "c1", seq: 3 }]);
  socket.deliver("message_created", { message: messageView(4) });
  expect(unreadOf(client.state)).toBe(1);
  socket.deliver("messages_read", { conversation_id: "c1", seq: 4, by: "visitor" });
  expect(unreadOf(client.state)).toBe(0);
});

test("typing ends with the message it announced", () => {
  const client = visitor();
  arrive({ conversation: conversationView() });
  socket.deliver("typing", { conversation_id: "c1", author: { kind: "bot" }, on: true });
  expect(client.state.typing?.kind).toBe("bot");
  socket.deliver("message_created", { message: messageView(1) });
  expect(client.state.typing).toBeNull();
});

test("typing is told now and then, and taken back when nothing more is typed", async () => {
  const client = visitor();
  arrive({ conversation: conversationView() });
  client.typing(true);
  await vi.advanceTimersByTimeAsync(1_000);
  client.typing(true);
  expect(socket.payloads("typing")).toEqual([{ conversation_id: "c1", on: true }]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(socket.payloads("typing").at(-1)).toEqual({ conversation_id: "c1", on: false });
});

test("a refused identity does not lock the visitor out", () => {
  const client = visitor({ identity: "stale" });
  expect(handshake().identity).toBe("stale");
  socket.deliver(
    "connect_error",
    Object.assign(new Error(), { data: { code: "not_allowed", message: "expired" } }),
  );
  expect(handshake().identity).toBeUndefined();
  expect(socket.wanted).toBe(2);
  arrive();
  expect(client.state.connection).toBe("connected");
});

test("a token that the hub no longer knows gives way to a new one", () => {
  localStorage.setItem("samtal:demo:token", "old");
  const client = visitor();
  expect(handshake().token).toBe("old");
  socket.deliver(
    "connect_error",
    Object.assign(new Error(), { data: { code: "not_allowed", message: "unknown" } }),
  );
  expect(handshake().token).toBeUndefined();
  arrive();
  expect(client.state.connection).toBe("connected");
  expect(handshake().token).toBe("visitor-token");
});

test("a refusal that has nothing to do with the token does not cost the visitor's memory", () => {
  localStorage.setItem("samtal:demo:token", "old");
  const client = visitor();
  const refusal = Object.assign(new Error(), { data: { code: "not_allowed", message: "this website" } });
  socket.deliver("connect_error", refusal);
  socket.deliver("connect_error", refusal);
  expect(client.state.connection).toBe("refused");
  expect(localStorage.getItem("samtal:demo:token")).toBe("old");
});

test("an unknown inbox ends in a refusal with its code", () => {
  const client = visitor();
  socket.deliver(
    "connect_error",
    Object.assign(new Error(), { data: { code: "not_found", message: "no inbox" } }),
  );
  expect(client.state.connection).toBe("refused");
  expect(client.state.refusal?.code).toBe("not_found");
});

test("forget me leaves neither token nor words behind", async () => {
  const client = visitor();
  arrive({ conversation: conversationView(), messages: [messageView(1)] });
  socket.answer("forget_me", () => ({ ok: true, data: {} }));
  await client.forgetMe();
  expect(handshake().token).toBeUndefined();
  expect(lines(client)).toEqual([]);
  expect(client.state.conversation).toBeNull();
});

test("words and the wish for a person, told at once, are of one dialogue", async () => {
  for (const isWordsFirst of [true, false]) {
    localStorage.clear();
    const client = visitor();
    arrive();
    await settle();
    socket.answer("resume", () => ({
      ok: true,
      data: { messages: [], conversation: conversationView(), more: false },
    }));
    const tell = [() => client.send("It is torn"), () => void client.requestAgent()];
    for (const one of isWordsFirst ? tell : tell.reverse()) one();
    await settle();
    const [first, second] = isWordsFirst
      ? (["send_message", "request_agent"] as const)
      : (["request_agent", "send_message"] as const);
    expect(socket.payloads(second)).toEqual([]);
    expect(socket.payloads(first)[0]).not.toHaveProperty("conversation_id");
    socket.answer("request_agent", () => ({ ok: true, data: { conversation: conversationView() } }));
    const [{ ack }] = socket.emitted.filter(({ name }) => name === first) as [(typeof socket.emitted)[0]];
    ack({
      ok: true,
      data: isWordsFirst
        ? { conversation_id: "c1", message_id: "m1", seq: 1 }
        : { conversation: conversationView() },
    });
    await settle();
    expect(socket.payloads(second)[0]).toMatchObject({ conversation_id: "c1" });
  }
});
