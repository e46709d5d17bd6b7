import { contentOf } from "../../../client/content";
import type { Card, MessageView } from "../../../wire/events.gen";
import { texts } from "../../texts";

/** What was said, as it was seen; nothing in a transcript acts, and all of it is text. */
export function MessageBody({ message }: { message: Pick<MessageView, "content"> }) {
  const content = contentOf(message);
  switch (content.type) {
    case "text":
      return <Words text={content.text} />;
    case "choices":
      return (
        <>
          <Words text={content.text} />
          <Listed label={texts.dialogue.offered} items={content.choices.map((choice) => choice.label)} />
        </>
      );
    case "form":
      return (
        <>
          <Words text={content.text} />
          <Listed label={texts.dialogue.asked} items={content.fields.map((field) => field.label)} />
        </>
      );
    case "card":
      return (
        <>
          {content.text && <Words text={content.text} />}
          <ul class="cards">
            {content.cards.map((card, index) => (
              <CardLine key={index} card={card} />
            ))}
          </ul>
        </>
      );
    case "image":
    case "file":
      return (
        <>
          {content.text && <Words text={content.text} />}
          <p>
            {texts.dialogue.file}: <a href={content.url}>{content.name}</a>
          </p>
        </>
      );
  }
}

function Words({ text }: { text: string }) {
  return (
    <p class="words" dir="auto">
      {text}
    </p>
  );
}

function Listed({ label, items }: { label: string; items: readonly string[] }) {
  return (
    <ul class="listed" aria-label={label}>
      {items.map((item) => (
        <li key={item} dir="auto">
          {item}
        </li>
      ))}
    </ul>
  );
}

function CardLine({ card }: { card: Card }) {
  return (
    <li dir="auto">
      <strong>{card.title}</strong>
      {card.subtitle && <span class="faint"> {card.subtitle}</span>}
    </li>
  );
}
