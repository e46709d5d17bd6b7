import { describe, expect, test } from "vitest";
import { conversationView } from "../../client/testing/views";
import { ANY, all, mine, unreadIn, waiting } from "./lists";
import type { Change, State } from "./model";
import { INITIAL, stateAfter } from "./reducer";

const account = { id: "a1", email: "anna@hraun.is", name: "Anna", role: "agent" } as const;
const mineNow = { kind: "agent", agent_id: "a1", name: "Anna", epoch: 2 } as const;

function stateWith(...conversations: ReturnType<typeof conversationView>[]): State {
  const changes: Change[] = conversations.map((conversation) => ({
    type: "conversation_updated",
    conversation,
  }));
  return changes.reduce(stateAfter, stateAfter(INITIAL, { type: "signed_in", account }));
}

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe("lists", () => {
  const older = conversationView({ id: "older", owner: mineNow, updated_at: "2026-11-21T10:00:00.000Z" });
  const newer = conversationView({ id: "newer", owner: mineNow, updated_at: "2026-11-21T11:00:00.000Z" });
  const aside = conversationView({
    id: "aside",
    owner: mineNow,
    status: "snoozed",
    updated_at: "2026-11-21T12:00:00.000Z",
  });
  const done = conversationView({ id: "done", owner: mineNow, status: "resolved" });
  const queued = conversationView({ id: "queued", owner: { kind: "queue", epoch: 2 }, unread: 3 });

  test("mine are newest first, set aside last, resolved not at all", () => {
    expect(ids(mine(stateWith(older, aside, done, newer, queued)))).toEqual(["newer", "older", "aside"]);
  });

  test("waiting are only those in the queue", () => {
    expect(ids(waiting(stateWith(older, queued)))).toEqual(["queued"]);
  });

  test("everything includes what live events told and the search has not found yet", () => {
    expect(ids(all(stateWith(older, newer), ANY, ["older"]))).toEqual(["newer", "older"]);
  });

  test("a search shows only what it found, in its order", () => {
    const state = stateWith(older, newer, queued);
    expect(ids(all(state, { ...ANY, q: "boots" }, ["older", "newer"]))).toEqual(["older", "newer"]);
  });

  test("a filter holds for live events too", () => {
    expect(ids(all(stateWith(older, queued), { ...ANY, owner: "queue" }, []))).toEqual(["queued"]);
    expect(ids(all(stateWith(older, done), { ...ANY, status: "resolved" }, []))).toEqual(["done"]);
  });

  test("unread counts add up", () => {
    expect(unreadIn([queued, { ...older, unread: null }, { ...newer, unread: 2 }])).toBe(5);
  });
});
