import { ChevronDown, Hourglass, Info } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import type { ConversationView } from "../../wire/events.gen";
import type { HandoffCardView, MoodView } from "../../wire/rest.gen";
import { loadSettings, saveSettings } from "../state/settings";
import { t } from "../texts";
import { sentence } from "../words";
import { Attempts } from "./attempts";
import { useCard } from "./card_query";
import { CameFrom, Earlier, Known, NoteForBot, OpenOrders } from "./handoff_parts";
import { Failed, Skeleton } from "./states";
import { Waiting } from "./time";

/** What an agent should know before the first word; folded or not, as they left it. */
export function HandoffCard({ conversation }: { conversation: ConversationView }) {
  const card = useCard(conversation.id, conversation.contact.id);
  const [isFolded, setFolded] = useState(() => loadSettings().cardFolded);
  const bodyId = useId();
  const { handoff_reason } = conversation;

  if (!handoff_reason && (!card.data || isEmpty(card.data))) return null;

  function fold() {
    saveSettings({ ...loadSettings(), cardFolded: !isFolded });
    setFolded(!isFolded);
  }

  return (
    <section class={handoff_reason ? "handoff" : "handoff handoff-quiet"} aria-label={t.handoffTitle}>
      <button
        type="button"
        class="handoff-head"
        aria-expanded={!isFolded}
        aria-controls={isFolded ? undefined : bodyId}
        onClick={fold}
      >
        {handoff_reason ? <Hourglass size={16} aria-hidden="true" /> : <Info size={16} aria-hidden="true" />}
        <span class="handoff-summary">
          <strong>{handoff_reason ? sentence(t.reason(handoff_reason)) : t.cardWithoutReason}</strong>
          <Place conversation={conversation} since={card.data?.waiting_since} />
          {card.data && <Mood mood={card.data.mood} />}
        </span>
        <ChevronDown size={18} aria-hidden="true" class={isFolded ? "turn" : "turn turned"} />
      </button>
      {!isFolded && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        <section id={bodyId} class="handoff-body" tabIndex={0} aria-label={t.cardWithoutReason}>
          {conversation.handoff_summary && (
            <p class="words" dir="auto">
              {conversation.handoff_summary}
            </p>
          )}
          {card.isPending && <Skeleton lines={2} label={t.loading} />}
          {card.isError && !card.data && (
            <Failed what={t.cardFailed} why={card.error.message} onRetry={() => void card.refetch()} />
          )}
          {card.data && <Body card={card.data} />}
        </section>
      )}
    </section>
  );
}

function Body({ card }: { card: HandoffCardView }) {
  return (
    <>
      <Known known={card.known} />
      {card.note && <NoteForBot note={card.note} />}
      <OpenOrders orders={card.open_orders} />
      <Earlier earlier={card.earlier} />
      <Attempts attempts={card.attempts} misses={card.misses} />
      <CameFrom from={card.came_from} />
    </>
  );
}

function Place({
  conversation,
  since,
}: {
  conversation: ConversationView;
  since: string | null | undefined;
}) {
  const { owner, queue, queued_at } = conversation;
  const waitsSince = queued_at ?? since;
  if (owner.kind !== "queue" || !waitsSince) return null;
  return (
    <span class="soft">
      {queue ? t.placeInLine(queue.position) : t.waiting} · <Waiting since={waitsSince} />
    </span>
  );
}

/** In words, with the signs it was counted from; calm is not worth a word. */
function Mood({ mood }: { mood: MoodView }) {
  if (mood.level === "calm" && mood.signs.length === 0) return null;
  const signs = t.moodSigns([...new Set(mood.signs.map(({ kind }) => kind))]);
  return (
    <span class={`mood mood-${mood.level}`} title={signs}>
      {t.moods[mood.level]}
      <span class="sr-only"> {signs}</span>
    </span>
  );
}

function isEmpty(card: HandoffCardView): boolean {
  const { attempts, known, open_orders, earlier, came_from, note } = card;
  const lists = [attempts, known, open_orders, earlier];
  return !note && lists.every(({ length }) => length === 0) && Object.keys(came_from).length === 0;
}
