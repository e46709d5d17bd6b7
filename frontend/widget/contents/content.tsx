import type { Content } from "../../client/content";
import { useChat } from "../chat_context";
import { Cards, Fields, FileView } from "../later";
import { Words } from "./words";

interface ContentProps {
  content: Content;
  /** The newest word of the other side: a form in it may still be filled in. */
  answerable: boolean;
}

/** What a message holds, all of it as text and never as markup. */
export function ContentView({ content, answerable }: ContentProps) {
  const { client } = useChat();
  switch (content.type) {
    case "card":
      return (
        <>
          {content.text ? <Words text={content.text} /> : null}
          <Cards cards={content.cards} />
        </>
      );
    case "form":
      return (
        <>
          <Words text={content.text} />
          {answerable ? (
            <Fields
              fields={content.fields}
              onAnswer={(values) => client.send(answerOf(content.fields, values))}
            />
          ) : null}
        </>
      );
    case "image":
    case "file":
      return <FileView file={content} />;
    default:
      return <Words text={"label" in content ? String(content.label ?? content.text) : content.text} />;
  }
}

/** One field is answered like a question, several by name. */
function answerOf(
  fields: readonly { name: string; label: string }[],
  values: Record<string, string>,
): string {
  const given = fields.filter((field) => values[field.name]);
  if (given.length === 1) return values[given[0]?.name ?? ""] ?? "";
  return given.map((field) => `${field.label}: ${values[field.name]}`).join("\n");
}
