import { describe, expect, test } from "vitest";
import { conversationView, messageView } from "../../client/testing/views";
import { conversationsAfter, NO_CONVERSATIONS } from "./conversations";
import type { Change, Conversations } from "./model";

const ME = "agent-1";
const mineNow = { kind: "agent", agent_id: ME, name: "Anna", epoch: 3 } as const;
const queueNow = { kind: "queue", epoch: 2 } as const;

function apply(...changes: Change[]): Conversations {
  return changes.reduce((state, change) => conversationsAfter(state, change, ME), NO_CONVERSATIONS);
}

function updated(change: Parameters<typeof conversationView>[0]): Change {
  return { type: "conversation_updated", conversation: conversationView(change) };
}

describe("conversations", () => {
  test("a late answer does not undo a newer owner", () => {
    const state = apply(updated({ owner: mineNow }), updated({ owner: queueNow }));
    expect(state.byId.c1?.owner).toEqual(mineNow);
  });

  test("a late answer does not undo newer messages", () => {
    const state = apply(
      updated({ last_seq: 5, last_text: "new" }),
      updated({ last_seq: 4, last_text: "old" }),
    );
    expect(state.byId.c1?.last_text).toBe("new");
  });

  test("a chat handed over waits until somebody takes it", () => {
    expect(apply(updated({ owner: queueNow })).waiting).toEqual(["c1"]);
    expect(apply(updated({ owner: queueNow }), updated({ owner: mineNow })).waiting).toEqual([]);
  });

  test("a chat resolved while it waits waits no longer", () => {
    expect(
      apply(updated({ owner: queueNow }), updated({ owner: queueNow, status: "resolved" })).waiting,
    ).toEqual([]);
  });

  test("the queue keeps the hub's order and forgets who left it", () => {
    const first = conversationView({ id: "c1", owner: queueNow });
    const second = conversationView({ id: "c2", owner: queueNow });
    const state = apply(
      { type: "queue_changed", conversations: [first, second] },
      { type: "queue_changed", conversations: [second] },
    );
    expect(state.waiting).toEqual(["c2"]);
  });

  test("a queue told before an acceptance does not put the chat back", () => {
    const state = apply(updated({ owner: mineNow }), {
      type: "queue_changed",
      conversations: [conversationView({ owner: queueNow })],
    });
    expect(state.waiting).toEqual([]);
  });

  test("a fresh list of mine drops what was taken away meanwhile", () => {
    const state = apply(updated({ owner: mineNow }), {
      type: "listed",
      view: "mine",
      conversations: [],
      before: ["c1"],
    });
    expect(state.byId.c1).toBeUndefined();
    expect(state.loading.mine).toBe("ready");
  });

  test("what became mine while the list was on its way stays", () => {
    const state = apply(updated({ owner: mineNow }), {
      type: "listed",
      view: "mine",
      conversations: [],
      before: [],
    });
    expect(state.byId.c1?.owner).toEqual(mineNow);
  });

  test("a visitor's message counts as unread once, however often it is told", () => {
    const told: Change = { type: "message_created", message: messageView(1, "visitor") };
    const state = apply(updated({ owner: mineNow }), told, told);
    expect(state.byId.c1?.unread).toBe(1);
    expect(state.byId.c1?.last_text).toBe("line 1");
  });

  test("a contact who was named since is called so in every chat of theirs", () => {
    const contact = { id: "p1", name: "Sigga" };
    const state = apply(
      updated({ id: "c1" }),
      updated({ id: "c2" }),
      updated({ id: "c3", contact: { id: "p2" } }),
      { type: "contact_known", contact },
    );
    expect(["c1", "c2", "c3"].map((id) => state.byId[id]?.contact.name)).toEqual([
      "Sigga",
      "Sigga",
      undefined,
    ]);
  });

  test("notes and activities do not become the last line", () => {
    const state = apply(updated({ last_text: "hello" }), {
      type: "message_created",
      message: messageView(1, "agent", { kind: "note" }),
    });
    expect(state.byId.c1?.last_text).toBe("hello");
    expect(state.byId.c1?.last_seq).toBe(1);
  });

  test("reading to the end clears the count and reading halfway does not", () => {
    const known = updated({ last_seq: 4, unread: 2 });
    const read = (seq: number): Change => ({
      type: "messages_read",
      conversation_id: "c1",
      seq,
      by: "agent",
    });
    expect(apply(known, read(4)).byId.c1?.unread).toBe(0);
    expect(apply(known, read(3)).byId.c1?.unread).toBe(2);
  });

  test("the answer it was waiting for stops the time to answer, a note does not", () => {
    const given = updated({ owner: mineNow, answer_by: "2026-11-22T10:01:00.000Z", routed: true });
    const said = (kind: "message" | "note"): Change => ({
      type: "message_created",
      message: messageView(1, "agent", { kind }),
    });
    expect(apply(given, said("note")).byId.c1?.routed).toBe(true);
    expect(apply(given, said("message")).byId.c1?.answer_by).toBeNull();
  });

  test("a visitor's word begins the time to answer at once, and the next does not prolong it", () => {
    const mine = updated({ owner: mineNow, reply_seconds: 180 });
    const said = (seq: number, created_at: string): Change => ({
      type: "message_created",
      message: messageView(seq, "visitor", { created_at }),
    });
    const first = said(1, "2026-11-22T10:00:00.000Z");
    const second = said(2, "2026-11-22T10:01:00.000Z");
    expect(apply(mine, first, second).byId.c1?.answer_by).toBe("2026-11-22T10:03:00.000Z");
    const forEver = updated({ owner: mineNow, reply_seconds: null });
    expect(apply(forEver, first).byId.c1?.answer_by).toBeNull();
    const bots = updated({ owner: { kind: "bot", epoch: 1 }, reply_seconds: 180 });
    expect(apply(bots, first).byId.c1?.answer_by).toBeNull();
  });

  test("who waits keeps the place in line until the queue tells another", () => {
    const queue = { position: 2, agents_online: true };
    const waiting = updated({ owner: queueNow, queue });
    expect(apply(waiting, updated({ owner: queueNow, tags: ["vip"] })).byId.c1?.queue).toEqual(queue);
    const again = updated({ owner: { ...queueNow, epoch: 4 } });
    expect(apply(waiting, again).byId.c1?.queue).toBeUndefined();
  });

  test("a list that is shown stays while it is fetched anew", () => {
    const state = apply(
      { type: "listed", view: "queue", conversations: [], before: [] },
      { type: "list_requested", view: "queue" },
    );
    expect(state.loading.queue).toBe("ready");
  });
});
