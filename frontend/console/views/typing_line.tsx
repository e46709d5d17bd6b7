import type { ConversationView } from "../../wire/events.gen";
import { useDeskState } from "../desk";
import type { Typist } from "../state/model";
import { t } from "../texts";
import { nameOf } from "../words";

const NOBODY: readonly Typist[] = [];

/** Who is typing; of the visitor also what, so that an answer can be at hand. */
export function TypingLine({ conversation }: { conversation: ConversationView }) {
  const typists = useDeskState((state) => state.typing[conversation.id] ?? NOBODY);
  const preview = useDeskState((state) => state.previews[conversation.id]);
  const names = typists.map((typist) =>
    typist.kind === "visitor" ? nameOf(conversation) : typist.name || t.authors[typist.kind],
  );
  if (names.length === 0 && !preview) return <div class="typing" />;
  return (
    <div class="typing">
      <span class="typing-who">
        <bdi>{names.join(", ") || nameOf(conversation)}</bdi> {t.isTyping}
      </span>
      {preview && (
        <span class="typing-preview" dir="auto">
          {preview}
        </span>
      )}
    </div>
  );
}
