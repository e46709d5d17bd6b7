import { describe, expect, test } from "vitest";
import { conversationView, messageView } from "../../client/testing/views";
import { newsOf, openWork } from "./attention";
import type { Change, State } from "./model";
import { INITIAL, stateAfter } from "./reducer";

const account = { id: "a1", email: "anna@hraun.is", name: "Anna", role: "agent" } as const;
const mineNow = { kind: "agent", agent_id: "a1", name: "Anna", epoch: 3 } as const;
const colleagues = { kind: "agent", agent_id: "a2", name: "Bjarni", epoch: 3 } as const;
const queued = conversationView({ owner: { kind: "queue", epoch: 2 } });

/** The news each change makes, one list per change. */
function newsAlong(...changes: Change[]): string[][] {
  let state: State = stateAfter(INITIAL, { type: "signed_in", account });
  return changes.map((change) => {
    const before = state;
    state = stateAfter(before, change);
    return newsOf(change, before, state).map(({ kind, conversation }) => `${kind} ${conversation.id}`);
  });
}

const noneWaits: Change = { type: "listed", view: "queue", conversations: [], before: [] };

describe("attention", () => {
  test("whoever waits when one signs in is no news", () => {
    expect(newsAlong({ type: "listed", view: "queue", conversations: [queued], before: [] })).toEqual([[]]);
  });

  test("a new one that waits is told once, though several events tell of it", () => {
    const told = newsAlong(
      noneWaits,
      { type: "conversation_updated", conversation: queued },
      { type: "queue_changed", conversations: [queued] },
      { type: "listed", view: "queue", conversations: [queued], before: [] },
    );
    expect(told).toEqual([[], ["waiting c1"], [], []]);
  });

  test("one that waits again is told again", () => {
    const told = newsAlong(
      noneWaits,
      { type: "queue_changed", conversations: [queued] },
      { type: "conversation_updated", conversation: { ...queued, owner: mineNow } },
      { type: "conversation_updated", conversation: { ...queued, owner: { kind: "queue", epoch: 4 } } },
    );
    expect(told.at(-1)).toEqual(["waiting c1"]);
  });

  test("a visitor's words to me are news once, to a colleague not at all", () => {
    const spoken: Change = { type: "message_created", message: messageView(1, "visitor") };
    const mine: Change = { type: "conversation_updated", conversation: conversationView({ owner: mineNow }) };
    const other: Change = {
      type: "conversation_updated",
      conversation: conversationView({ owner: colleagues }),
    };
    expect(newsAlong(mine, spoken, spoken)).toEqual([[], ["message c1"], []]);
    expect(newsAlong(other, spoken)).toEqual([[], []]);
  });

  test("what a colleague passes on is news, what one accepted oneself is not", () => {
    const conversation = conversationView({ owner: mineNow });
    expect(newsAlong({ type: "assigned", conversation, reason: "transferred" })).toEqual([["assigned c1"]]);
    expect(newsAlong({ type: "assigned", conversation, reason: "accepted" })).toEqual([[]]);
  });

  test("the title counts who waits and what is unread of mine", () => {
    const signedIn = stateAfter(INITIAL, { type: "signed_in", account });
    const mine = conversationView({ id: "c2", owner: mineNow, unread: 2 });
    const foreign = conversationView({ id: "c3", owner: colleagues, unread: 5 });
    const state = [queued, mine, foreign].reduce(
      (now, conversation) => stateAfter(now, { type: "conversation_updated", conversation }),
      signedIn,
    );
    expect(openWork(state)).toBe(3);
  });
});
