import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { SocketAgentClient } from "../../client/agent_client";
import { MemorySocket } from "../../client/testing/memory_socket";
import { conversationView, messageView } from "../../client/testing/views";
import type { MessageView } from "../../wire/events.gen";
import { Live } from "./live";
import { createStore, type Store } from "./store";

const account = { id: "a1", email: "anna@hraun.is", name: "Anna", role: "agent" } as const;
const mineNow = { kind: "agent", agent_id: "a1", name: "Anna", epoch: 2 } as const;

let socket: MemorySocket;
let store: Store;
let live: Live;

/** The hub's side of a dialogue, two messages at a time. */
function hubHolds(messages: MessageView[]): void {
  socket.answer("resume", ({ after }) => {
    const missing = messages.filter(({ seq }) => seq > Number(after));
    const conversation = conversationView({ owner: mineNow, last_seq: messages.length });
    return { ok: true, data: { messages: missing.slice(0, 2), conversation, more: missing.length > 2 } };
  });
}

const ids = () => store.get().dialogues.c1?.messages.map(({ id }) => id);
const seqs = () => store.get().dialogues.c1?.messages.map(({ seq }) => seq);

beforeEach(() => {
  socket = new MemorySocket();
  socket.answer("subscribe", () => ({ ok: true, data: { conversations: [] } }));
  socket.answer("mark_read", () => ({ ok: true, data: {} }));
  store = createStore();
  store.dispatch({ type: "signed_in", account });
  live = new Live(store, new SocketAgentClient(socket));
  live.start();
});

afterEach(() => {
  live.stop();
  vi.useRealTimers();
});

describe("live", () => {
  test("it follows its lists again after every connection", async () => {
    socket.comeUp();
    await vi.waitFor(() => expect(store.get().conversations.loading.queue).toBe("ready"));
    socket.goDown();
    socket.comeUp();
    await vi.waitFor(() => expect(socket.payloads("subscribe")).toHaveLength(4));
    expect(socket.payloads("subscribe").map(({ view }) => view)).toEqual(["mine", "queue", "mine", "queue"]);
  });

  test("a refused list is told as failed", async () => {
    socket.answer("subscribe", () => ({ ok: false, error: { code: "internal", message: "no" } }));
    socket.comeUp();
    await vi.waitFor(() => expect(store.get().conversations.loading.mine).toBe("failed"));
  });

  test("a dialogue is fetched to its end, page after page", async () => {
    hubHolds([1, 2, 3, 4, 5].map((seq) => messageView(seq)));
    socket.comeUp();
    await live.open("c1");
    expect(seqs()).toEqual([1, 2, 3, 4, 5]);
    expect(store.get().dialogues.c1?.loading).toBe("ready");
  });

  test("a message that skips others makes it fetch them", async () => {
    const messages = [1, 2].map((seq) => messageView(seq));
    hubHolds(messages);
    socket.comeUp();
    await live.open("c1");
    messages.push(messageView(3), messageView(4));
    socket.deliver("message_created", { message: messageView(4) });
    await vi.waitFor(() => expect(seqs()).toEqual([1, 2, 3, 4]));
  });

  test("what was said during an interruption is there after it", async () => {
    const messages = [messageView(1)];
    hubHolds(messages);
    socket.comeUp();
    await live.open("c1");
    socket.goDown();
    messages.push(messageView(2));
    socket.comeUp();
    await vi.waitFor(() => expect(seqs()).toEqual([1, 2]));
  });

  test("a hub that went back to a backup is believed, not what was shown before", async () => {
    const messages = [1, 2, 3].map((seq) => messageView(seq));
    hubHolds(messages);
    socket.comeUp();
    await live.open("c1");
    socket.goDown();
    messages.splice(
      1,
      2,
      messageView(2, "agent", { id: "other2" }),
      messageView(3, "agent", { id: "other3" }),
      messageView(4),
    );
    socket.comeUp();
    await vi.waitFor(() => expect(ids()).toEqual(["m1", "other2", "other3", "m4"]));
    expect(store.get().conversations.byId.c1?.last_seq).toBe(4);
  });

  test("nor is it hidden by what is pushed before it is asked", async () => {
    const messages = [1, 2, 3].map((seq) => messageView(seq));
    hubHolds(messages);
    socket.comeUp();
    await live.open("c1");
    socket.goDown();
    messages.splice(
      1,
      2,
      messageView(2, "agent", { id: "other2" }),
      messageView(3, "agent", { id: "other3" }),
      messageView(4),
    );
    socket.comeUp();
    socket.deliver("message_created", { message: messageView(4) });
    await vi.waitFor(() => expect(ids()).toEqual(["m1", "other2", "other3", "m4"]));
  });

  test("a row that the hub knows less of than it shows is shown as the hub has it", async () => {
    socket.comeUp();
    const shown = conversationView({ owner: { ...mineNow, epoch: 4 }, last_seq: 9 });
    store.dispatch({ type: "conversation_updated", conversation: shown });
    hubHolds([messageView(1), messageView(2)]);
    socket.answer("heads", () => ({
      ok: true,
      data: { heads: [{ conversation_id: "c1", last_seq: 2, epoch: 2, status: "open" }] },
    }));
    dispatchEvent(new Event("focus"));
    await vi.waitFor(() =>
      expect(store.get().conversations.byId.c1).toMatchObject({ last_seq: 2, owner: mineNow }),
    );
    dispatchEvent(new Event("focus"));
    await vi.waitFor(() => expect(socket.payloads("heads")).toHaveLength(2));
    expect(socket.payloads("resume")).toHaveLength(1);
  });

  test("after an ordinary interruption nothing is fetched twice but the last message", async () => {
    const messages = [1, 2, 3].map((seq) => messageView(seq));
    hubHolds(messages);
    socket.comeUp();
    await live.open("c1");
    const before = socket.payloads("resume").length;
    socket.goDown();
    socket.comeUp();
    await vi.waitFor(() => expect(socket.payloads("resume").length).toBeGreaterThan(before));
    await vi.waitFor(() =>
      expect(
        socket
          .payloads("resume")
          .slice(before)
          .map(({ after }) => after),
      ).toEqual([2]),
    );
    expect(ids()).toEqual(["m1", "m2", "m3"]);
  });

  test("a message told again brings what the bot understood, and is no new one", async () => {
    const asked = messageView(1, "visitor");
    hubHolds([asked]);
    socket.comeUp();
    await live.open("c1");
    const understood = { intent: "order_status", confidence: 0.9 };
    socket.deliver("message_created", { message: { ...asked, understood } });
    expect(store.get().dialogues.c1?.messages.map((message) => message.understood)).toEqual([understood]);
    expect(store.get().conversations.byId.c1?.unread ?? 0).toBe(0);
  });

  test("what the bot understood comes also when its push was lost, and only that", async () => {
    const asked = [1, 2, 3].map((seq) => messageView(seq, "visitor", { revision: 0 }));
    const told = asked.map((message, at) => ({
      ...message,
      revision: at + 1,
      understood: { intent: `intent_${at + 1}`, confidence: 0.9 },
    }));
    let revision = 0;
    socket.answer("resume", ({ after, revision: held }) => {
      const now = asked.map((message, at) => (at < revision ? (told[at] ?? message) : message));
      const messages = now.filter(({ seq }) => seq > Number(after));
      const revised = now.filter(
        (message) => message.seq <= Number(after) && (message.revision ?? 0) > Number(held),
      );
      const conversation = conversationView({ owner: mineNow, last_seq: 3 });
      return { ok: true, data: { messages, conversation, more: false, revised, revision } };
    });
    socket.answer("heads", () => ({
      ok: true,
      data: { heads: [{ conversation_id: "c1", last_seq: 3, epoch: 2, status: "open", revision }] },
    }));
    const understood = () =>
      store.get().dialogues.c1?.messages.map((message) => message.understood?.intent ?? "");
    socket.comeUp();
    await live.open("c1");
    expect(understood()).toEqual(["", "", ""]);
    // The first is pushed and lost, the second arrives and shows the hole.
    revision = 2;
    socket.deliver("message_created", { message: told[1] });
    await vi.waitFor(() => expect(understood()).toEqual(["intent_1", "intent_2", ""]));
    // Nothing comes after the third: the heads tell.
    revision = 3;
    dispatchEvent(new Event("focus"));
    await vi.waitFor(() => expect(understood()).toEqual(["intent_1", "intent_2", "intent_3"]));
    const resumes = socket.payloads("resume");
    expect(resumes.slice(-2)).toEqual([
      { conversation_id: "c1", after: 3, revision: 0 },
      { conversation_id: "c1", after: 3, revision: 2 },
    ]);
    // An older push that comes late takes nothing back.
    socket.deliver("message_created", { message: asked[2] });
    expect(understood()).toEqual(["intent_1", "intent_2", "intent_3"]);
    expect(socket.payloads("resume")).toHaveLength(resumes.length);
  });

  test("only the chat's owner marks it read", async () => {
    socket.comeUp();
    const conversation = conversationView({ owner: { kind: "queue", epoch: 1 }, last_seq: 2, unread: 2 });
    store.dispatch({ type: "conversation_updated", conversation });
    await live.markRead("c1");
    expect(socket.payloads("mark_read")).toEqual([]);
    store.dispatch({ type: "conversation_updated", conversation: { ...conversation, owner: mineNow } });
    await live.markRead("c1");
    expect(socket.payloads("mark_read")).toEqual([{ conversation_id: "c1", seq: 2 }]);
    expect(store.get().conversations.byId.c1?.unread).toBe(0);
  });

  test("a typing sign whose end is lost ends by itself, and one's own is not shown", () => {
    vi.useFakeTimers();
    socket.comeUp();
    const visitor = { conversation_id: "c1", author: { kind: "visitor", id: "v1" }, on: true };
    socket.deliver("typing", visitor);
    socket.deliver("typing", { ...visitor, author: { kind: "agent", id: "a1" } });
    expect(store.get().typing.c1).toHaveLength(1);
    vi.advanceTimersByTime(10_000);
    expect(store.get().typing.c1).toEqual([]);
  });
});
