import type { MessageView } from "../../wire/events.gen";
import type { Change, Dialogue } from "./model";

type Dialogues = Readonly<Record<string, Dialogue>>;

export const NO_DIALOGUE: Dialogue = { messages: [], loading: "idle" };

export function dialoguesAfter(state: Dialogues, change: Change): Dialogues {
  switch (change.type) {
    case "dialogue_requested":
      return changed(state, change.conversation_id, (dialogue) =>
        dialogue.loading === "ready" ? dialogue : { messages: dialogue.messages, loading: "loading" },
      );
    case "dialogue_failed":
      return changed(state, change.conversation_id, (dialogue) => ({
        ...dialogue,
        loading: dialogue.loading === "ready" ? "ready" : "failed",
        refusal: change.refusal,
      }));
    case "resumed":
      return changed(state, change.conversation.id, (dialogue) => ({
        messages: merged(dialogue.messages, [...change.messages, ...(change.revised ?? [])]),
        loading: change.more ? dialogue.loading : "ready",
        revision: Math.max(change.revision ?? 0, dialogue.revision ?? 0),
      }));
    case "went_back":
      if (!state[change.conversation_id]) return state;
      return changed(state, change.conversation_id, () => ({ messages: [], loading: "loading" }));
    case "message_created": {
      // Dialogues that were never opened are fetched whole when they are.
      if (!state[change.message.conversation_id]) return state;
      return changed(state, change.message.conversation_id, (dialogue) => ({
        ...dialogue,
        messages: merged(dialogue.messages, [change.message]),
        ...(change.message.revision === (dialogue.revision ?? Infinity) + 1 && {
          revision: change.message.revision,
        }),
      }));
    }
    default:
      return state;
  }
}

/** The seq to resume after: the last message before the first hole. */
export function resumeAfter(messages: readonly MessageView[]): number {
  let last = 0;
  for (const message of messages) {
    if (message.prev_seq !== last) break;
    last = message.seq;
  }
  return last;
}

export function lastWhole(messages: readonly MessageView[]): MessageView | undefined {
  const end = resumeAfter(messages);
  return messages.find(({ seq }) => seq === end);
}

export function hasHole(messages: readonly MessageView[]): boolean {
  return resumeAfter(messages) !== (messages.at(-1)?.seq ?? 0);
}

function changed(state: Dialogues, id: string, change: (dialogue: Dialogue) => Dialogue): Dialogues {
  return { ...state, [id]: change(state[id] ?? NO_DIALOGUE) };
}

function merged(known: readonly MessageView[], arrived: readonly MessageView[]): readonly MessageView[] {
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  for (const message of arrived) {
    // Told in whatever order: the one changed later is the newer.
    if ((bySeq.get(message.seq)?.revision ?? 0) <= (message.revision ?? 0)) bySeq.set(message.seq, message);
  }
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq);
}
