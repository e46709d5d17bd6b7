import type { ChoiceView } from "../../wire/events.gen";
import { useChat } from "../chat_context";
import { useTexts } from "../texts";

/** Quick replies under the newest message; picking one says its payload and shows its label. */
export function Choices({ choices }: { choices: readonly ChoiceView[] }) {
  const texts = useTexts();
  const { client } = useChat();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would make a form of what are buttons
    <div class="choices" role="group" aria-label={texts.quickReplies}>
      {choices.map(({ label, payload }) => (
        <button key={payload} type="button" class="choice" onClick={() => client.send(payload, label)}>
          <bdi>{label}</bdi>
        </button>
      ))}
    </div>
  );
}
