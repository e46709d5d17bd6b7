import { contentOf, wordsOf } from "../../client/content";
import type { MessageView } from "../../wire/events.gen";
import { type Texts, useTexts } from "../texts";

/** What happened, in the visitor's language; a code that is new to us speaks the hub's words. */
export function Activity({ message }: { message: MessageView }) {
  const texts = useTexts();
  return (
    <p class="activity">
      <bdi>{activityWords(message, texts)}</bdi>
    </p>
  );
}

export function activityWords(message: MessageView, texts: Texts): string {
  const content = contentOf(message);
  if (content.type !== "text") return wordsOf(content);
  const name = content.name ?? "";
  switch (content.code) {
    case "handoff":
      return content.reason ? content.text : texts.handoff;
    case "queued":
      return texts.queued;
    case "agent_joined":
      return texts.joined(name);
    case "agent_left":
      return texts.left(name);
    case "returned_to_bot":
      return texts.botAgain(name);
    case "resolved":
      return texts.resolved;
    case "reopened":
      return texts.reopened;
    case "rated":
      return content.score ? texts.rated(content.score) : content.text;
    default:
      return content.text;
  }
}
