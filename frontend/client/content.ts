import type {
  CardContent,
  ChoicesContent,
  FileContent,
  FormContent,
  MessageView,
  TextContent,
} from "../wire/events.gen";

/** What a message may hold, told apart by `type`. */
export type Content = TextContent | ChoicesContent | CardContent | FormContent | FileContent;

const KNOWN = new Set(["text", "choices", "card", "form", "image", "file"]);

/** A message's content; a type newer than this client is shown by its words, if it has any. */
export function contentOf(message: Pick<MessageView, "content">): Content {
  const content = message.content;
  if (KNOWN.has(String(content.type))) return content as unknown as Content;
  return { type: "text", text: typeof content.text === "string" ? content.text : "" };
}

/** The words of any content, for previews and for screen readers. */
export function wordsOf(content: Content): string {
  switch (content.type) {
    case "card":
      return content.text ?? content.cards.map((card) => card.title).join(", ");
    case "image":
    case "file":
      return content.text ?? content.name;
    default:
      return content.text;
  }
}
