import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepOf } from "./keep";
import { MemorySocket } from "./testing/memory_socket";
import { conversationView, messageView, welcomeView } from "./testing/views";
import { whole } from "./timeline";
import { VisitorClient } from "./visitor_client";

let socket: MemorySocket;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

function visitor(): VisitorClient {
  socket = new MemorySocket();
  const client = new VisitorClient({
    inbox: "demo",
    keep: keepOf("demo"),
    page: () => ({ url: "https://shop.example/boots" }),
    socket: () => socket,
  });
  client.connect();
  return client;
}

function arrive(change: Parameters<typeof welcomeView>[0] = {}): void {
  socket.comeUp();
  socket.deliver("welcome", welcomeView(change));
}

const taken = (conversation_id: string) => ({
  ok: true as const,
  data: { conversation_id, message_id: "m1", seq: 1 },
});
const settle = () => vi.advanceTimersByTimeAsync(0);
const lines = (client: VisitorClient) => whole(client.state.timeline).map((message) => message.seq);
const stored = () => Object.keys(localStorage).filter((key) => key.includes("outbox"));

test("a message written offline is stored, sent once connected, and leaves the store with its ack", async () => {
  const client = visitor();
  client.send("Where is my order?");
  expect(stored()).toHaveLength(1);
  expect(socket.payloads("send_message")).toEqual([]);
  socket.answer("send_message", () => ({
    ok: true,
    data: { conversation_id: "c1", message_id: "m1", seq: 1 },
  }));
  arrive();
  await settle();
  expect(stored()).toHaveLength(0);
  expect(client.state.outbox[0]?.state).toBe("sent");
});

test("a message without an ack survives a reload and goes out again under the same client id", async () => {
  const before = visitor();
  arrive();
  before.send("first");
  await settle();
  const sent = socket.payloads("send_message")[0]?.client_id;
  before.close();

  const after = visitor();
  expect(after.state.outbox.map((pending) => pending.text)).toEqual(["first"]);
  arrive();
  await settle();
  expect(socket.payloads("send_message")[0]?.client_id).toBe(sent);
});

test("the second message waits for the first one's ack", async () => {
  const client = visitor();
  arrive({ conversation: conversationView() });
  client.send("one");
  client.send("two");
  await settle();
  expect(socket.payloads("send_message")).toHaveLength(1);
  socket.emitted
    .find((command) => command.name === "send_message")
    ?.ack({
      ok: true,
      data: { conversation_id: "c1", message_id: "m1", seq: 1 },
    });
  await settle();
  expect(socket.payloads("send_message").map((payload) => payload.content)).toEqual([
    { type: "text", text: "one" },
    { type: "text", text: "two" },
  ]);
});

test("without an ack the same message is sent again, with growing pauses, and never called failed", async () => {
  const client = visitor();
  arrive({ conversation: conversationView() });
  client.send("hello?");
  await vi.advanceTimersByTimeAsync(2_400);
  expect(socket.payloads("send_message")).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(socket.payloads("send_message")).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(120_000);
  const tries = socket.payloads("send_message");
  expect(tries.length).toBeGreaterThan(6);
  expect(tries.length).toBeLessThan(14);
  expect(new Set(tries.map(({ client_id }) => client_id)).size).toBe(1);
  expect(client.state.outbox[0]?.state).toBe("sending");
  expect(stored()).toHaveLength(1);

  socket.emitted.find((command) => command.name === "send_message")?.ack(taken("c1"));
  await settle();
  expect(client.state.outbox[0]?.state).toBe("sent");
});

test("a refused message keeps its words and its reason while the next one goes through", async () => {
  const client = visitor();
  arrive({ conversation: conversationView() });
  socket.answer("send_message", ({ content }) =>
    (content as { text: string }).text === "too long"
      ? { ok: false, error: { code: "too_large", message: "At most 4,000 characters." } }
      : { ok: true, data: { conversation_id: "c1", message_id: "m1", seq: 1 } },
  );
  client.send("too long");
  client.send("short");
  await settle();
  expect(client.state.outbox.map((pending) => pending.state)).toEqual(["failed", "sent"]);
  expect(client.state.outbox[0]?.error?.code).toBe("too_large");
});

test("a message shown by the hub leaves the outbox even when its ack was lost", async () => {
  const client = visitor();
  arrive({ conversation: conversationView() });
  client.send("hello");
  await settle();
  const clientId = String(socket.payloads("send_message")[0]?.client_id);
  socket.deliver("message_created", { message: messageView(1, "visitor", { client_id: clientId }) });
  expect(client.state.outbox).toEqual([]);
  expect(stored()).toHaveLength(0);
  expect(lines(client)).toEqual([1]);
});

test("a welcome that comes with the connection, before it is announced, sends what waited", async () => {
  const client = visitor();
  client.send("written offline");
  socket.answer("send_message", () => ({
    ok: true,
    data: { conversation_id: "c1", message_id: "m1", seq: 1 },
  }));
  socket.connected = true;
  socket.deliver("welcome", welcomeView());
  socket.deliver("connect", undefined);
  await settle();
  expect(client.state.outbox[0]?.state).toBe("sent");
});

test("a message that meets its dialogue resolved opens a new one", async () => {
  const client = visitor();
  arrive({ conversation: conversationView() });
  socket.answer("resume", () => ({
    ok: true,
    data: { messages: [], conversation: conversationView({ status: "resolved" }), more: false },
  }));
  socket.answer("send_message", ({ conversation_id }) =>
    conversation_id
      ? { ok: false, error: { code: "conflict", message: "resolved" } }
      : { ok: true, data: { conversation_id: "c2", message_id: "n1", seq: 1 } },
  );
  client.send("too late?");
  await settle();
  const [first, second] = socket.payloads("send_message");
  expect(second).toEqual({ client_id: first?.client_id, content: { type: "text", text: "too late?" } });
  expect(client.state.outbox[0]?.state).toBe("sent");
});

test("two messages written before the first is on the screen are one dialogue, fetched once", async () => {
  const client = visitor();
  arrive();
  socket.answer("send_message", (payload) => ({
    ok: true,
    data: { conversation_id: "c1", message_id: String(payload.client_id), seq: 1 },
  }));
  client.send("My name is Una");
  client.send("Where is my order?");
  await settle();
  socket.deliver("message_created", { message: messageView(1, "visitor", { conversation_id: "c1" }) });
  await settle();
  expect(socket.payloads("send_message").map((payload) => payload.conversation_id)).toEqual([
    undefined,
    "c1",
  ]);
  expect(socket.payloads("resume")).toHaveLength(1);
});
