/** What the console knows, and everything that can happen to it. */

import type { ConversationView, ErrorBody, MessageView } from "../../wire/events.gen";
import type { AccountView, ColleagueView } from "../../wire/rest.gen";

export type Availability = ColleagueView["availability"];
export type Link = "connecting" | "online" | "offline";
export type Loading = "idle" | "loading" | "ready" | "failed";
export type ListName = "mine" | "waiting" | "all";
/** The views the socket knows; the console calls the queue "waiting". */
export type LiveView = "mine" | "queue" | "all";
export type Refusal = Pick<ErrorBody, "code" | "message">;
export type Writing = "message" | "note";

export interface Conversations {
  readonly byId: Readonly<Record<string, ConversationView>>;
  /** Ids of all that wait, first come first. */
  readonly waiting: readonly string[];
  readonly loading: Readonly<Record<LiveView, Loading>>;
}

export interface Dialogue {
  /** Ascending by seq. */
  readonly messages: readonly MessageView[];
  readonly loading: Loading;
  readonly refusal?: Refusal;
}

/** A reply or note on its way; it keeps its client id however often it is sent. */
export interface Pending {
  readonly clientId: string;
  readonly conversationId: string;
  readonly writing: Writing;
  readonly epoch: number;
  readonly text: string;
  readonly writtenAt: string;
  readonly refusal?: Refusal;
}

export interface Typist {
  readonly kind: "visitor" | "bot" | "agent" | "system";
  readonly id: string;
  readonly name: string;
}

export interface State {
  readonly account: AccountView | null;
  readonly link: Link;
  readonly conversations: Conversations;
  readonly dialogues: Readonly<Record<string, Dialogue>>;
  readonly outbox: readonly Pending[];
  readonly typing: Readonly<Record<string, readonly Typist[]>>;
  readonly previews: Readonly<Record<string, string>>;
  readonly presence: Readonly<Record<string, Availability>>;
  /** Counts changes of facts per contact, so that panels know to fetch again. */
  readonly factsChanged: number;
}

export type Change =
  | { type: "signed_in"; account: AccountView }
  | { type: "signed_out" }
  | { type: "link_changed"; link: Link }
  | { type: "list_requested"; view: LiveView }
  | { type: "list_failed"; view: LiveView }
  | { type: "listed"; view: LiveView; conversations: readonly ConversationView[] }
  | { type: "found"; conversations: readonly ConversationView[] }
  | { type: "queue_changed"; conversations: readonly ConversationView[] }
  | { type: "conversation_updated"; conversation: ConversationView }
  | { type: "message_created"; message: MessageView }
  | { type: "messages_read"; conversation_id: string; seq: number; by: "visitor" | "agent" }
  | { type: "dialogue_requested"; conversation_id: string }
  | { type: "dialogue_failed"; conversation_id: string; refusal: Refusal }
  | { type: "resumed"; conversation: ConversationView; messages: readonly MessageView[]; more: boolean }
  | { type: "typing_changed"; conversation_id: string; typist: Typist; on: boolean }
  | { type: "previewed"; conversation_id: string; text: string }
  | { type: "presence_changed"; agent_id: string; state: Availability }
  | { type: "facts_changed" }
  | { type: "written"; pending: Pending }
  | { type: "sent"; client_id: string }
  | { type: "refused"; client_id: string; refusal: Refusal }
  | { type: "sending_again"; client_id: string }
  | { type: "withdrawn"; client_id: string };
