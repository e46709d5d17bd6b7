import type { Change, State, Typist } from "./model";

type Typing = Pick<State, "typing" | "previews">;

export function typingAfter(state: Typing, change: Change): Typing {
  switch (change.type) {
    case "typing_changed":
      return typed(state, change.conversation_id, change.typist, change.on);
    case "previewed":
      return { ...state, previews: { ...state.previews, [change.conversation_id]: change.text } };
    case "message_created": {
      const { author, conversation_id } = change.message;
      const typist = { kind: author.kind, id: author.id ?? "", name: author.name ?? "" };
      return typed(state, conversation_id, typist, false);
    }
    default:
      return state;
  }
}

function typed(state: Typing, id: string, typist: Typist, on: boolean): Typing {
  const before = state.typing[id] ?? [];
  const others = before.filter((other) => !isSame(other, typist));
  const previewEnds = !on && typist.kind === "visitor" && state.previews[id] !== undefined;
  if (!on && others.length === before.length && !previewEnds) return state;
  const { [id]: _ended, ...otherPreviews } = state.previews;
  return {
    typing: { ...state.typing, [id]: on ? [...others, typist] : others },
    previews: previewEnds ? otherPreviews : state.previews,
  };
}

/** There is one visitor and one bot in a dialogue, but there may be several agents. */
function isSame(one: Typist, other: Typist): boolean {
  return one.kind === other.kind && (one.kind !== "agent" || one.id === other.id);
}
