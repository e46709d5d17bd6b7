import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SocketAgentClient } from "./agent_client";
import { MemorySocket } from "./testing/memory_socket";
import { messageView } from "./testing/views";

let socket: MemorySocket;
let client: SocketAgentClient;

beforeEach(() => {
  vi.useFakeTimers();
  socket = new MemorySocket();
  client = new SocketAgentClient(socket);
  client.connect();
});
afterEach(() => vi.useRealTimers());

test("a command is answered with its data", async () => {
  socket.comeUp();
  socket.answer("subscribe", () => ({ ok: true, data: { conversations: [] } }));
  await expect(client.command("subscribe", { view: "queue" })).resolves.toEqual({ conversations: [] });
});

test("a refused command fails with the hub's code and fields", async () => {
  socket.comeUp();
  socket.answer("send_message", () => ({
    ok: false,
    error: { code: "conflict", message: "Mia answers now.", fields: { epoch: "old" } },
  }));
  const refused = client.command("send_message", {
    client_id: "1",
    conversation_id: "c1",
    epoch: 1,
    content: { type: "text", text: "hi" },
  });
  await expect(refused).rejects.toMatchObject({ code: "conflict", fields: { epoch: "old" } });
});

test("an unanswered command times out and one without a line says so at once", async () => {
  await expect(client.command("accept", { conversation_id: "c1" })).rejects.toMatchObject({
    code: "offline",
  });
  socket.comeUp();
  const late = expect(client.command("accept", { conversation_id: "c1" })).rejects.toMatchObject({
    code: "timeout",
  });
  await vi.advanceTimersByTimeAsync(5_100);
  await late;
});

test("listeners hear events until they stop", () => {
  const heard: number[] = [];
  const stop = client.on("message_created", ({ message }) => heard.push(message.seq));
  socket.deliver("message_created", { message: messageView(1) });
  stop();
  socket.deliver("message_created", { message: messageView(2) });
  expect(heard).toEqual([1]);
});

test("a session that is no longer good is a refusal, a busy hub is tried again", async () => {
  const seen: string[] = [];
  client.onConnection((connection) => seen.push(connection));
  socket.deliver("connect_error", Object.assign(new Error(), { data: { code: "unavailable" } }));
  await vi.advanceTimersByTimeAsync(4_000);
  expect(socket.wanted).toBe(2);
  socket.deliver("connect_error", Object.assign(new Error(), { data: { code: "not_allowed" } }));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(socket.wanted).toBe(2);
  expect(seen.at(-1)).toBe("refused");
});

test("a hub that hung up is called again", async () => {
  socket.comeUp();
  socket.goDown("io server disconnect");
  await vi.advanceTimersByTimeAsync(1_300);
  expect(socket.wanted).toBe(2);
});
