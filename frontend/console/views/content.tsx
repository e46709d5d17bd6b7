import { FileText } from "lucide-preact";
import type { Content as MessageContent } from "../../client/content";
import { sizeOf } from "../../ui/file_size";
import type { Card } from "../../wire/events.gen";
import { t } from "../texts";
import { Picture } from "./files/picture";

/** What a message holds, as the visitor saw it; nothing in it can be pressed here. */
export function Content({ content }: { content: MessageContent }) {
  switch (content.type) {
    case "choices":
      return (
        <>
          <Words text={content.text} />
          <ul class="choices" aria-label={t.choicesOffered}>
            {content.choices.map((choice) => (
              <li key={choice.payload} class="choice">
                <bdi>{choice.label}</bdi>
              </li>
            ))}
          </ul>
        </>
      );
    case "card":
      return (
        <>
          {content.text && <Words text={content.text} />}
          <ul class="cards">
            {content.cards.map((card) => (
              <CardView key={card.title} card={card} />
            ))}
          </ul>
        </>
      );
    case "form":
      return (
        <>
          <Words text={content.text} />
          <ul class="choices" aria-label={t.fieldsAsked}>
            {content.fields.map((field) => (
              <li key={field.name} class="choice">
                {field.label}
              </li>
            ))}
          </ul>
        </>
      );
    case "image":
      return (
        <>
          {content.text && <Words text={content.text} />}
          {isWebAddress(content.url) ? <Picture file={content} /> : <bdi>{content.name}</bdi>}
        </>
      );
    case "file":
      return (
        <>
          {content.text && <Words text={content.text} />}
          <SafeLink url={content.url}>
            <FileText size={16} aria-hidden="true" /> <bdi>{content.name}</bdi>{" "}
            {content.size ? <span class="soft">{sizeOf(content.size, "en")}</span> : null}
          </SafeLink>
        </>
      );
    default:
      return <Words text={content.text} />;
  }
}

function Words({ text }: { text: string }) {
  return (
    <p class="words" dir="auto">
      {text}
    </p>
  );
}

function CardView({ card }: { card: Card }) {
  return (
    <li class="card">
      {card.image_url && isWebAddress(card.image_url) && <img src={card.image_url} alt="" loading="lazy" />}
      <strong dir="auto">{card.url ? <SafeLink url={card.url}>{card.title}</SafeLink> : card.title}</strong>
      {card.subtitle && <span dir="auto">{card.subtitle}</span>}
      {card.actions && card.actions.length > 0 && (
        <span class="soft">{card.actions.map((action) => action.label).join(" · ")}</span>
      )}
    </li>
  );
}

/** An address that a browser might run instead of open is shown as words. */
export function SafeLink({ url, children }: { url: string; children: preact.ComponentChildren }) {
  if (!isWebAddress(url)) return <span>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

export function isWebAddress(url: string): boolean {
  try {
    return ["http:", "https:"].includes(new URL(url, location.origin).protocol);
  } catch {
    return false;
  }
}
