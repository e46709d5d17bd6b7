/** Decides what is worth an agent's attention; each piece of news is told once. */

import { contentOf, wordsOf } from "../../client/content";
import type { ConversationView } from "../../wire/events.gen";
import { mine, unreadIn, waiting } from "./lists";
import type { Change, State } from "./model";

export interface News {
  readonly kind: "waiting" | "message" | "assigned" | "routed" | "woken";
  readonly conversation: ConversationView;
  /** What the visitor wrote, if that is the news. */
  readonly text: string;
}

const TAKEN: ReadonlySet<string> = new Set(["accepted", "taken_over"]);

export function newsOf(change: Change, before: State, now: State): News[] {
  switch (change.type) {
    case "message_created":
      return spokenTo(change, before, now);
    case "assigned":
      // What one took oneself is no news.
      return TAKEN.has(change.reason) ? [] : [given(change)];
    default:
      return beganWaiting(before, now);
  }
}

/** The number in the tab's title: chats that wait, and what was written to me unread. */
export function openWork(state: State): number {
  return waiting(state).length + unreadIn(mine(state));
}

function given({ conversation, reason }: Extract<Change, { type: "assigned" }>): News {
  const kind = reason === "routed" || reason === "woken" ? reason : "assigned";
  return { kind, conversation, text: "" };
}

function spokenTo(
  { message }: Extract<Change, { type: "message_created" }>,
  before: State,
  now: State,
): News[] {
  const known = before.conversations.byId[message.conversation_id];
  const conversation = now.conversations.byId[message.conversation_id];
  const isNew = known && conversation && message.seq > known.last_seq;
  const isFromVisitor = message.author.kind === "visitor" && message.kind === "message";
  if (!isNew || !isFromVisitor || conversation.owner.agent_id !== now.account?.id) return [];
  return [{ kind: "message", conversation, text: wordsOf(contentOf(message)) }];
}

/** The first list after signing in is no news. */
function beganWaiting(before: State, now: State): News[] {
  if (before.conversations.waiting === now.conversations.waiting) return [];
  if (before.conversations.loading.queue !== "ready") return [];
  const waited = new Set(before.conversations.waiting);
  return waiting(now)
    .filter(({ id }) => !waited.has(id))
    .map((conversation) => ({ kind: "waiting", conversation, text: "" }));
}
