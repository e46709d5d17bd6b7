import { Hourglass } from "lucide-preact";
import type { ConversationView } from "../../wire/events.gen";
import { t } from "../texts";
import { sentence } from "../words";
import { SafeLink } from "./content";
import { Waiting } from "./time";

/** Why a person is wanted, what the bot gathered, and where the visitor came from. */
export function HandoffCard({ conversation }: { conversation: ConversationView }) {
  const { handoff_reason, handoff_summary, queued_at, queue, owner } = conversation;
  const origin = originOf(conversation);
  if (!handoff_reason && origin.length === 0) return null;
  return (
    <section class={handoff_reason ? "handoff" : "handoff handoff-origin"} aria-label={t.handoffTitle}>
      {handoff_reason && (
        <p class="handoff-reason">
          <Hourglass size={16} aria-hidden="true" />
          <strong>{sentence(t.reason(handoff_reason))}</strong>
          {owner.kind === "queue" && queued_at && (
            <span class="soft">
              {queue ? t.placeInLine(queue.position) : t.waiting} · <Waiting since={queued_at} />
            </span>
          )}
        </p>
      )}
      {handoff_summary && (
        <p class="words" dir="auto">
          {handoff_summary}
        </p>
      )}
      {origin.length > 0 && (
        <dl class="pairs">
          {origin.map(({ label, text, url }) => (
            <Pair key={label} label={label} text={text} url={url} />
          ))}
        </dl>
      )}
    </section>
  );
}

interface Origin {
  label: string;
  text: string;
  url?: string | undefined;
}

function originOf(conversation: ConversationView): Origin[] {
  const { page_url, page_title, referrer, element, campaign, variant } = conversation;
  const told: (Origin | null)[] = [
    page_url ? { label: t.page, text: page_title || page_url, url: page_url } : null,
    referrer ? { label: t.cameFrom, text: referrer, url: referrer } : null,
    element ? { label: t.element, text: element } : null,
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
