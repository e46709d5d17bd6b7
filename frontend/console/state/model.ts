/** What the console knows, and everything that can happen to it. */

import type { ErrorCode } from "../../client/ack";
import type { Connection } from "../../client/agent_client";
import type { ConversationView, MessageView } from "../../wire/events.gen";
import type { AccountView, ColleagueView } from "../../wire/rest.gen";

export type Availability = ColleagueView["availability"];
export type Loading = "idle" | "loading" | "ready" | "failed";
export type ListName = "mine" | "waiting" | "all";
/** The views the socket knows; the console calls the queue "waiting". */
export type LiveView = "mine" | "queue" | "all";
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
}
export type Writing = "message" | "note";

export interface Conversations {
  readonly byId: Readonly<Record<string, ConversationView>>;
  /** By id, the last seq of the hub's newest view; `byId` may be ahead by messages heard since. */
  readonly viewedTo: Readonly<Record<string, number>>;
  /** Ids of all that wait, first come first. */
  readonly waiting: readonly string[];
  readonly loading: Readonly<Record<LiveView, Loading>>;
}

export interface Dialogue {
  /** Ascending by seq. */
  readonly messages: readonly MessageView[];
  readonly loading: Loading;
  readonly refusal?: Refusal;
  /** Up to which late change, as by what the bot understood, all are held; the hub counts them. */
  readonly revision?: number;
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

/** A line at the edge of the page: what went wrong, or what was done. */
export interface Notice {
  readonly id: string;
  readonly tone: "plain" | "danger";
  readonly text: string;
}

export interface State {
  readonly account: AccountView | null;
  readonly connection: Connection;
  readonly conversations: Conversations;
  readonly dialogues: Readonly<Record<string, Dialogue>>;
  readonly outbox: readonly Pending[];
  readonly typing: Readonly<Record<string, readonly Typist[]>>;
  readonly previews: Readonly<Record<string, string>>;
  readonly presence: Readonly<Record<string, Availability>>;
  readonly notices: readonly Notice[];
}

export type Change =
  | { type: "signed_in"; account: AccountView }
  | { type: "signed_out" }
  | { type: "connection_changed"; connection: Connection }
  | { type: "list_requested"; view: LiveView }
  | { type: "list_failed"; view: LiveView }
  /** `before` are the ids that were in the list when it was asked for. */
  | {
      type: "listed";
      view: LiveView;
      conversations: readonly ConversationView[];
      before: readonly string[];
    }
  | { type: "found"; conversations: readonly ConversationView[] }
  | { type: "queue_changed"; conversations: readonly ConversationView[] }
  | { type: "conversation_updated"; conversation: ConversationView }
  | { type: "message_created"; message: MessageView }
  | { type: "messages_read"; conversation_id: string; seq: number; by: "visitor" | "agent" }
  | { type: "dialogue_requested"; conversation_id: string }
  | { type: "dialogue_failed"; conversation_id: string; refusal: Refusal }
  | {
      type: "resumed";
      conversation: ConversationView;
      messages: readonly MessageView[];
      more: boolean;
      revised?: readonly MessageView[] | null;
      revision?: number | null;
    }
  /** The hub holds another history than was shown: it was restored from a backup. */
  | { type: "went_back"; conversation_id: string }
  | { type: "typing_changed"; conversation_id: string; typist: Typist; on: boolean }
  | { type: "previewed"; conversation_id: string; text: string }
  | { type: "presence_changed"; agent_id: string; state: Availability }
  | { type: "contact_known"; contact: ConversationView["contact"] }
  | { type: "facts_changed"; contact_id: string | null }
  | { type: "assigned"; conversation: ConversationView; reason: string }
  | { type: "noticed"; notice: Notice }
  | { type: "dismissed"; id: string }
  | { type: "written"; pending: Pending }
  | { type: "sent"; client_id: string }
  | { type: "refused"; client_id: string; refusal: Refusal }
  | { type: "sending_again"; client_id: string; epoch: number }
  | { type: "withdrawn"; client_id: string };
