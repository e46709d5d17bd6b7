import type { Card } from "../../wire/events.gen";
import { useChat } from "../chat_context";
import { Outward, webAddress } from "../links";

/** One card, or a row that scrolls sideways. */
export function Cards({ cards }: { cards: readonly Card[] }) {
  return (
    <ul class="cards">
      {cards.map((card, index) => (
        <li key={`${index}${card.title}`} class="card">
          <CardView card={card} />
        </li>
      ))}
    </ul>
  );
}

function CardView({ card }: { card: Card }) {
  const { client, base } = useChat();
  const image = card.image_url ? webAddress(card.image_url, base) : null;
  const link = card.url ? webAddress(card.url, base) : null;
  return (
    <>
      {image ? (
        <img src={image.href} alt="" loading="lazy" onError={(event) => event.currentTarget.remove()} />
      ) : null}
      <strong dir="auto">{link ? <Outward href={link.href}>{card.title}</Outward> : card.title}</strong>
      {card.subtitle ? <span dir="auto">{card.subtitle}</span> : null}
      {card.actions?.map((action) => {
        if (action.url) {
          const target = webAddress(action.url, base);
          return target ? (
            <Outward key={action.label} href={target.href}>
              <bdi>{action.label}</bdi>
            </Outward>
          ) : null;
        }
        const says = action.payload ?? action.label;
        return (
          <button
            key={action.label}
            type="button"
            class="choice"
            onClick={() => client.send(says, action.label)}
          >
            <bdi>{action.label}</bdi>
          </button>
        );
      })}
    </>
  );
}
