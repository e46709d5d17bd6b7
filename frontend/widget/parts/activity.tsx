import { contentOf, wordsOf } from "../../client/content";
import type { MessageView, TextContent } from "../../wire/events.gen";
import { Told } from "../later";
import { type Texts, useTexts } from "../texts";

/** What happened, in the visitor's language; a code that is new to us speaks the hub's words. */
export function Activity({ message }: { message: MessageView }) {
  const texts = useTexts();
  const content = contentOf(message);
  const isText = content.type === "text";
  const words = isText ? saidBy(content, texts) : wordsOf(content);
  return (
    <p class="activity">
      <bdi>{words ?? (isText && texts.addressNoted ? <Told content={content} /> : wordsOf(content))}</bdi>
    </p>
  );
}

function saidBy(content: TextContent, texts: Texts): string | undefined {
  const name = content.name ?? "";
  switch (content.code) {
    case "handoff":
      return content.reason ? undefined : texts.handoff;
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
      return content.score ? texts.rated(content.score) : undefined;
  }
}
