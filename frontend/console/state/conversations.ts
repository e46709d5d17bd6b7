import { contentOf, wordsOf } from "../../client/content";
import type { ConversationView, MessageView } from "../../wire/events.gen";
import type { Change, Conversations, LiveView, Loading } from "./model";

export const NO_CONVERSATIONS: Conversations = {
  byId: {},
  viewedTo: {},
  waiting: [],
  loading: { mine: "idle", queue: "idle", all: "idle" },
};

export function conversationsAfter(
  state: Conversations,
  change: Change,
  me: string | undefined,
): Conversations {
  switch (change.type) {
    case "list_requested":
      return withLoading(state, change.view, "loading");
    case "list_failed":
      return withLoading(state, change.view, "failed");
    case "listed":
      return withLoading(listed(state, change, me), change.view, "ready");
    case "found":
      return change.conversations.reduce(learned, state);
    case "queue_changed":
      return queued(state, change.conversations);
    case "conversation_updated":
    case "assigned":
    case "resumed":
      return learned(state, change.conversation);
    case "went_back":
      return doubted(state, change.conversation_id);
    case "contact_known":
      return introduced(state, change.contact);
    case "message_created":
      return spoken(state, change.message);
    case "messages_read":
      return read(state, change.conversation_id, change.seq, change.by);
    default:
      return state;
  }
}

/** Whether the hub made `incoming` before what is known; late answers must not undo newer live events. */
function isOlder(state: Conversations, incoming: ConversationView, known: ConversationView): boolean {
  const ahead = incoming.owner.epoch - known.owner.epoch;
  return ahead < 0 || (ahead === 0 && incoming.last_seq < (state.viewedTo[known.id] ?? 0));
}

function learned(state: Conversations, incoming: ConversationView): Conversations {
  const { id, last_seq, owner, status } = incoming;
  const known = state.byId[id];
  if (known && isOlder(state, incoming, known)) return state;
  const conversation = withPlace(incoming, known);
  const waits = owner.kind === "queue" && status !== "resolved";
  return {
    ...state,
    byId: { ...state.byId, [id]: known ? withHeard(conversation, known) : conversation },
    viewedTo: { ...state.viewedTo, [id]: last_seq },
    waiting: waitingWith(state.waiting, id, waits),
  };
}

/** Messages heard since this view was made are not in it. */
function withHeard(view: ConversationView, known: ConversationView): ConversationView {
  if (known.last_seq <= view.last_seq) return view;
  const { last_seq, last_text, unread, updated_at, answer_by, routed } = known;
  return { ...view, last_seq, last_text, unread, updated_at, answer_by, routed };
}

/** A place in line comes with the queue, not with every view: as long as it waits, it keeps the one it had. */
function withPlace(view: ConversationView, known: ConversationView | undefined): ConversationView {
  const goesOn = view.owner.kind === "queue" && known?.owner.epoch === view.owner.epoch;
  return goesOn && !view.queue ? { ...view, queue: known.queue } : view;
}

/** Whatever the hub says next of it is news. */
function doubted(state: Conversations, id: string): Conversations {
  const known = state.byId[id];
  if (!known) return state;
  const ancient = { ...known, last_seq: 0, owner: { ...known.owner, epoch: 0 } };
  return { ...state, byId: { ...state.byId, [id]: ancient }, viewedTo: { ...state.viewedTo, [id]: 0 } };
}

/** A contact who was named since is called so in every row. */
function introduced(state: Conversations, contact: ConversationView["contact"]): Conversations {
  const changed = Object.values(state.byId)
    .filter((known) => known.contact.id === contact.id && known.contact.name !== contact.name)
    .map((known) => [known.id, { ...known, contact }]);
  if (changed.length === 0) return state;
  return { ...state, byId: { ...state.byId, ...Object.fromEntries(changed) } };
}

function waitingWith(waiting: readonly string[], id: string, waits: boolean): readonly string[] {
  if (waits === waiting.includes(id)) return waiting;
  return waits ? [...waiting, id] : waiting.filter((other) => other !== id);
}

function queued(state: Conversations, conversations: readonly ConversationView[]): Conversations {
  const known = conversations.reduce(learned, state);
  const waiting = conversations
    .map((conversation) => conversation.id)
    .filter((id) => known.byId[id]?.owner.kind === "queue");
  return { ...known, waiting };
}

/** A fresh list is the truth about its view: what was in it before and is not now is mine no more. */
function listed(
  state: Conversations,
  { view, conversations, before }: Extract<Change, { type: "listed" }>,
  me: string | undefined,
): Conversations {
  if (view === "queue") return queued(state, conversations);
  const known = conversations.reduce(learned, state);
  if (view === "all") return known;
  const now = new Set(conversations.map(({ id }) => id));
  const gone = new Set(before.filter((id) => !now.has(id) && known.byId[id]?.owner.agent_id === me));
  const kept = Object.entries(known.byId).filter(([id]) => !gone.has(id));
  return { ...known, byId: Object.fromEntries(kept) };
}

function spoken(state: Conversations, message: MessageView): Conversations {
  const known = state.byId[message.conversation_id];
  if (!known || message.seq <= known.last_seq) return state;
  const fromVisitor = message.author.kind === "visitor" && message.kind === "message";
  const isReply = message.author.kind === "agent" && message.kind === "message";
  const conversation = {
    ...known,
    // The answer it was waiting for.
    ...(isReply ? { answer_by: null, routed: null } : {}),
    ...(fromVisitor ? { answer_by: deadlineOf(known, message) } : {}),
    last_seq: message.seq,
    updated_at: message.created_at,
    last_text: message.kind === "message" ? wordsOf(contentOf(message)) : known.last_text,
    unread: (known.unread ?? 0) + (fromVisitor ? 1 : 0),
  };
  return { ...state, byId: { ...state.byId, [known.id]: conversation } };
}

/** A first word without an answer begins the time to answer it; those after it do not prolong it. */
function deadlineOf({ owner, answer_by, reply_seconds }: ConversationView, { created_at }: MessageView) {
  if (answer_by || !reply_seconds || owner.kind !== "agent") return answer_by ?? null;
  return new Date(Date.parse(created_at) + reply_seconds * 1000).toISOString();
}

function read(state: Conversations, id: string, seq: number, by: "visitor" | "agent"): Conversations {
  const known = state.byId[id];
  if (!known) return state;
  const conversation =
    by === "visitor"
      ? { ...known, read_by_visitor: Math.max(known.read_by_visitor ?? 0, seq) }
      : {
          ...known,
          read_by_agent: Math.max(known.read_by_agent ?? 0, seq),
          unread: seq >= known.last_seq ? 0 : known.unread,
        };
  return { ...state, byId: { ...state.byId, [id]: conversation } };
}

function withLoading(state: Conversations, view: LiveView, loading: Loading): Conversations {
  // What is on the screen stays there while it is fetched anew.
  if (loading === "loading" && state.loading[view] === "ready") return state;
  return { ...state, loading: { ...state.loading, [view]: loading } };
}
