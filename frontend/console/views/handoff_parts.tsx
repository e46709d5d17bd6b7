import { Ban } from "lucide-preact";
import type { CameFromView, EarlierView, KnownView, OrderView } from "../../wire/rest.gen";
import { factValue, t } from "../texts";
import { asWords, dateOf } from "../words";
import { SafeLink } from "./content";
import { ShortTime } from "./time";

/** Questions with their answers, so that nobody asks them again. */
export function Known({ known }: { known: readonly KnownView[] }) {
  if (known.length === 0) return null;
  return (
    <div class="known">
      <h3>
        <Ban size={14} aria-hidden="true" /> {t.doNotAsk}
      </h3>
      <dl>
        {known.map((one) => (
          <div key={one.key}>
            <dt>{one.question}</dt>
            <dd>
              <bdi>{answerOf(one)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function answerOf({ key, answer }: KnownView): string {
  return factValue({ key, value: answer });
}

export function NoteForBot({ note }: { note: string }) {
  return (
    <p>
      <span class="soft">{t.noteFromColleague}: </span>
      <span dir="auto">{note}</span>
    </p>
  );
}

/** In a line each; the panel has what is in them. */
export function OpenOrders({ orders }: { orders: readonly OrderView[] }) {
  if (orders.length === 0) return null;
  return (
    <p class="handoff-line">
      <span class="soft">{t.openOrders}</span>
      {orders.map((order) => (
        <span key={order.number} class="handoff-order">
          <bdi>#{order.number}</bdi> <span>{t.orderStatuses[order.status].toLowerCase()}</span>
          {order.eta && <span>, {t.expectedOn(dateOf(order.eta))}</span>}
        </span>
      ))}
    </p>
  );
}

/** The panel lists them; here is how it went. */
export function Earlier({ earlier }: { earlier: readonly EarlierView[] }) {
  const [last] = earlier;
  if (!last) return null;
  return (
    <details class="insight">
      <summary>
        {t.earlierCount(earlier.length)}, {t.earlierLast(last.outcome)}
      </summary>
      <ul class="handoff-earlier">
        {earlier.map((one) => (
          <li key={one.conversation_id}>
            <ShortTime at={one.opened_at} /> {howItWent(one)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function howItWent({ outcome, intents, handoff_reason, rating }: EarlierView): string {
  const about = intents.slice(0, 3).map(asWords).join(", ");
  const told = [about, t.outcomes[outcome]];
  if (handoff_reason) told.push(t.reason(handoff_reason));
  if (rating != null) told.push(t.rated(rating));
  return told.filter(Boolean).join(" · ");
}

interface Origin {
  label: string;
  text: string;
  url?: string | undefined;
}

/** The page they wrote from, and what brought them there. */
export function CameFrom({ from }: { from: CameFromView }) {
  const origin = originOf(from);
  if (origin.length === 0) return null;
  return (
    <dl class="pairs">
      {origin.map(({ label, text, url }) => (
        <Pair key={label} label={label} text={text} url={url} />
      ))}
    </dl>
  );
}

function originOf(from: CameFromView): Origin[] {
  const { page_url, page_title, referrer, element, element_name, campaign, variant } = from;
  const told: (Origin | null)[] = [
    page_url ? { label: t.page, text: page_title || page_url, url: page_url } : null,
    referrer ? { label: t.cameFrom, text: referrer, url: referrer } : null,
    element ? { label: t.element, text: element_name || element } : null,
    campaign ? { label: t.campaign, text: variant ? `${campaign} · ${variant}` : campaign } : null,
  ];
  return told.filter((origin) => origin !== null);
}

function Pair({ label, text, url }: Origin) {
  return (
    <>
      <dt>{label}</dt>
      <dd class="cut" title={url ?? text}>
        {url ? (
          <SafeLink url={url}>
            <bdi>{text}</bdi>
          </SafeLink>
        ) : (
          <bdi>{text}</bdi>
        )}
      </dd>
    </>
  );
}
