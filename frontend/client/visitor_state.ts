import type {
  AuthorView,
  ContactView,
  ConversationView,
  GreetingView,
  InboxView,
  MessageView,
} from "../wire/events.gen";
import type { SamtalError } from "./ack";
import type { Pending } from "./outbox";
import type { Connection } from "./socket";
import { EMPTY_TIMELINE, merged, type Timeline, whole } from "./timeline";

/** Everything a widget shows; replaced, never changed in place. */
export interface VisitorState {
  readonly connection: Connection;
  readonly refusal: SamtalError | null;
  /** The line has been down for longer than a hiccup. */
  readonly cutOff: boolean;
  readonly inbox: InboxView | null;
  readonly contact: ContactView | null;
  readonly greeting: GreetingView | null;
  /** Whether the greeting is part of what is on screen: it came before the dialogue began. */
  readonly greeted: boolean;
  readonly consent: Readonly<Record<string, boolean>>;
  /** Purposes that wait for a yes, and nobody has answered. */
  readonly asks: readonly string[];
  readonly conversation: ConversationView | null;
  readonly timeline: Timeline;
  /** Messages of dialogues that ended while this page was open. */
  readonly earlier: readonly MessageView[];
  readonly outbox: readonly Pending[];
  readonly typing: AuthorView | null;
  /** Rises when what is remembered has changed. */
  readonly factsVersion: number;
}

export const INITIAL_STATE: VisitorState = {
  connection: "connecting",
  refusal: null,
  cutOff: false,
  inbox: null,
  contact: null,
  greeting: null,
  greeted: false,
  consent: {},
  asks: [],
  conversation: null,
  timeline: EMPTY_TIMELINE,
  earlier: [],
  outbox: [],
  typing: null,
  factsVersion: 0,
};

/** Another dialogue begins; what was said before stays to be read. */
export function withDialogue(
  state: VisitorState,
  conversation: ConversationView | null,
  messages: readonly MessageView[],
): Partial<VisitorState> {
  return {
    conversation,
    earlier: [...state.earlier, ...whole(state.timeline)],
    timeline: merged(EMPTY_TIMELINE, messages),
    typing: null,
  };
}

/**
 * What is known after a view arrived: answers and pushes may cross, so one from an earlier owner or with fewer
 * messages changes nothing but receipts, which only rise.
 */
export function newer(held: ConversationView, arrived: ConversationView): ConversationView {
  const ahead = arrived.owner.epoch - held.owner.epoch || arrived.last_seq - held.last_seq;
  return {
    ...(ahead < 0 ? held : arrived),
    read_by_agent: Math.max(held.read_by_agent ?? 0, arrived.read_by_agent ?? 0),
    read_by_visitor: Math.max(held.read_by_visitor ?? 0, arrived.read_by_visitor ?? 0),
  };
}

export function isOpen(conversation: ConversationView | null): conversation is ConversationView {
  return conversation !== null && conversation.status !== "resolved";
}

/** What others said that this visitor has not seen yet. */
export function unreadOf(state: VisitorState): number {
  const read = state.conversation?.read_by_visitor ?? 0;
  return whole(state.timeline).filter(
    (message) => message.kind === "message" && message.author.kind !== "visitor" && message.seq > read,
  ).length;
}
