/** What stands in each list, derived from what is known. */

import type { ConversationView } from "../../wire/events.gen";
import type { State } from "./model";

/** Newest words first; what was set aside comes last. */
export function mine(state: State): ConversationView[] {
  const me = state.account?.id;
  return Object.values(state.conversations.byId)
    .filter(({ owner, status }) => owner.kind === "agent" && owner.agent_id === me && status !== "resolved")
    .sort(bySetAsideThenNewest);
}

/** Longest waiting first. */
export function waiting(state: State): ConversationView[] {
  return state.conversations.waiting
    .map((id) => state.conversations.byId[id])
    .filter((conversation) => conversation !== undefined);
}

export interface Wanted {
  q: string;
  status: "" | ConversationView["status"];
  owner: "" | ConversationView["owner"]["kind"];
}

export const ANY: Wanted = { q: "", status: "open", owner: "" };

/** The rows a search found, and, when no words were searched for, whatever live events told since. */
export function all(state: State, wanted: Wanted, found: readonly string[]): ConversationView[] {
  const known = state.conversations.byId;
  const ids = wanted.q ? found : [...new Set([...found, ...Object.keys(known)])];
  const rows = ids
    .map((id) => known[id])
    .filter((conversation) => conversation !== undefined)
    .filter(({ status }) => !wanted.status || status === wanted.status)
    .filter(({ owner }) => !wanted.owner || owner.kind === wanted.owner);
  return wanted.q ? rows : rows.sort(byNewest);
}

export function unreadIn(conversations: readonly ConversationView[]): number {
  return conversations.reduce((sum, conversation) => sum + (conversation.unread ?? 0), 0);
}

export function byNewest(one: ConversationView, other: ConversationView): number {
  return other.updated_at.localeCompare(one.updated_at) || one.id.localeCompare(other.id);
}

function bySetAsideThenNewest(one: ConversationView, other: ConversationView): number {
  const setAside = Number(one.status === "snoozed") - Number(other.status === "snoozed");
  return setAside || byNewest(one, other);
}
