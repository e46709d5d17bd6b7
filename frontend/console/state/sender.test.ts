import { beforeEach, describe, expect, test, vi } from "vitest";
import { SocketAgentClient } from "../../client/agent_client";
import { MemorySocket } from "../../client/testing/memory_socket";
import { conversationView, messageView } from "../../client/testing/views";
import { Sender } from "./sender";
import { createStore, type Store } from "./store";

const account = { id: "a1", email: "anna@hraun.is", name: "Anna", role: "agent" } as const;
const owned = (epoch: number) =>
  conversationView({ owner: { kind: "agent", agent_id: "a1", name: "Anna", epoch }, last_seq: 4 });

let socket: MemorySocket;
let store: Store;
let sender: Sender;

beforeEach(() => {
  socket = new MemorySocket();
  const client = new SocketAgentClient(socket);
  store = createStore();
  client.onConnection((connection) => {
    store.dispatch({ type: "connection_changed", connection });
    if (connection === "connected") client.ready();
  });
  let count = 0;
  sender = new Sender(store, client, () => {
    count += 1;
    return `client-${count}`;
  });
  sender.start();
  store.dispatch({ type: "signed_in", account });
  store.dispatch({ type: "conversation_updated", conversation: owned(3) });
  client.connect();
});

function hubTakes(): void {
  const taken = { conversation_id: "c1", message_id: "m5", seq: 5 };
  socket.answer("send_message", () => ({ ok: true, data: taken }));
  socket.answer("add_note", () => ({ ok: true, data: taken }));
}

function hubRefuses(code: "conflict" | "unavailable"): void {
  socket.answer("send_message", () => ({ ok: false, error: { code, message: "no" } }));
}

describe("sender", () => {
  test("a reply carries the owner's epoch and leaves the outbox when it is kept", async () => {
    hubTakes();
    socket.comeUp();
    sender.send("c1", "message", "Hello");
    expect(store.get().outbox).toHaveLength(1);
    await vi.waitFor(() => expect(store.get().outbox).toEqual([]));
    expect(socket.payloads("send_message")).toEqual([
      {
        client_id: "client-1",
        conversation_id: "c1",
        epoch: 3,
        content: { type: "text", text: "Hello" },
      },
    ]);
  });

  test("a note needs no epoch", async () => {
    hubTakes();
    socket.comeUp();
    sender.send("c1", "note", "Careful");
    await vi.waitFor(() => expect(store.get().outbox).toEqual([]));
    expect(socket.payloads("add_note")[0]).not.toHaveProperty("epoch");
  });

  test("what is written without a connection is sent when it comes, under the epoch it was written", async () => {
    hubTakes();
    sender.send("c1", "message", "Hello");
    expect(socket.payloads("send_message")).toEqual([]);
    store.dispatch({ type: "conversation_updated", conversation: owned(5) });
    socket.comeUp();
    await vi.waitFor(() => expect(store.get().outbox).toEqual([]));
    expect(socket.payloads("send_message")[0]).toMatchObject({ client_id: "client-1", epoch: 3 });
  });

  test("a lost answer is asked for again with the same client id", async () => {
    socket.comeUp();
    sender.send("c1", "message", "Hello");
    socket.goDown();
    hubTakes();
    socket.comeUp();
    await vi.waitFor(() => expect(store.get().outbox).toEqual([]));
    expect(socket.payloads("send_message").map(({ client_id }) => client_id)).toEqual([
      "client-1",
      "client-1",
    ]);
  });

  test("a conflict keeps the words, and a later try goes under the present epoch", async () => {
    hubRefuses("conflict");
    socket.comeUp();
    sender.send("c1", "message", "Hello");
    await vi.waitFor(() => expect(store.get().outbox[0]?.refusal?.code).toBe("conflict"));
    expect(store.get().outbox[0]?.text).toBe("Hello");
    store.dispatch({ type: "conversation_updated", conversation: owned(7) });
    hubTakes();
    sender.sendAgain("client-1");
    await vi.waitFor(() => expect(store.get().outbox).toEqual([]));
    expect(socket.payloads("send_message").at(-1)).toMatchObject({ client_id: "client-1", epoch: 7 });
  });

  test("what was refused is not sent again by itself", async () => {
    hubRefuses("conflict");
    socket.comeUp();
    sender.send("c1", "message", "Hello");
    await vi.waitFor(() => expect(store.get().outbox[0]?.refusal).toBeDefined());
    socket.goDown();
    socket.comeUp();
    expect(socket.payloads("send_message")).toHaveLength(1);
    sender.withdraw("client-1");
    expect(store.get().outbox).toEqual([]);
  });

  test("a hub that cannot just now is asked again until it can", async () => {
    vi.useFakeTimers();
    hubRefuses("unavailable");
    socket.comeUp();
    sender.send("c1", "message", "Hello");
    await vi.advanceTimersByTimeAsync(30_000);
    expect(store.get().outbox[0]?.refusal).toBeUndefined();
    hubTakes();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(store.get().outbox).toEqual([]);
    const ids = socket.payloads("send_message").map(({ client_id }) => client_id);
    expect(new Set(ids)).toEqual(new Set(["client-1"]));
    vi.useRealTimers();
  });

  test("the second reply to a chat waits for the first one's answer", async () => {
    socket.comeUp();
    sender.send("c1", "message", "one");
    sender.send("c1", "message", "two");
    expect(socket.payloads("send_message")).toHaveLength(1);
    hubTakes();
    socket.emitted.at(-1)?.ack({ ok: true, data: { conversation_id: "c1", message_id: "m5", seq: 5 } });
    await vi.waitFor(() => expect(store.get().outbox).toEqual([]));
    expect(socket.payloads("send_message").map(({ content }) => content)).toEqual([
      { type: "text", text: "one" },
      { type: "text", text: "two" },
    ]);
  });

  test("a reply the hub shows is on its way no longer, though its answer was lost", async () => {
    socket.comeUp();
    sender.send("c1", "message", "Hello");
    const shown = messageView(5, "agent", { client_id: "client-1" });
    store.dispatch({ type: "message_created", message: shown });
    expect(store.get().outbox).toEqual([]);
    await vi.waitFor(() => {
      sender.send("c1", "message", "And more");
      expect(socket.payloads("send_message").at(-1)?.content).toEqual({ type: "text", text: "And more" });
    });
  });

  test("it stands in its dialogue once it is kept", async () => {
    hubTakes();
    socket.comeUp();
    store.dispatch({ type: "resumed", conversation: owned(3), messages: [], more: false });
    sender.send("c1", "message", "Hello");
    await vi.waitFor(() => expect(store.get().dialogues.c1?.messages[0]?.seq).toBe(5));
    expect(store.get().dialogues.c1?.messages[0]?.author).toEqual({ kind: "agent", id: "a1", name: "Anna" });
  });
});
