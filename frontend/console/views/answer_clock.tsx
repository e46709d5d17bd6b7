import type { ConversationView } from "../../wire/events.gen";
import { useDesk, useMe } from "../desk";
import { useNow } from "../now";
import { t } from "../texts";
import { fullTime, minutesSeconds } from "../words";

const SOON_S = 15;

/** A chat that was given to me goes back unless I show that I am there. */
export function AnswerClock({ conversation }: { conversation: ConversationView }) {
  const { actions } = useDesk();
  const me = useMe();
  const { id, answer_by, owner } = conversation;
  if (!answer_by || owner.agent_id !== me) return null;
  return (
    <div class="strip strip-warning answer-clock">
      <span>
        <Left until={answer_by} />
      </span>
      <button
        type="button"
        class="button button-small button-primary"
        aria-keyshortcuts="a"
        onClick={() => void actions.accept(id)}
      >
        {t.seen} <kbd>a</kbd>
      </button>
    </div>
  );
}

function Left({ until }: { until: string }) {
  const seconds = useSecondsLeft(until);
  return (
    <>
      {seconds > 0 ? `${t.answerWithin} ` : t.answerOverdue}
      {seconds > 0 && (
        <time role="timer" dateTime={until} title={fullTime(until)} class="ticking">
          {minutesSeconds(seconds)}
        </time>
      )}
      <span class="sr-only" role="status">
        {seconds > 0 && seconds <= SOON_S ? t.answerSoon : ""}
      </span>
    </>
  );
}

/** In a row of the list: the time alone. */
export function ShortClock({ until }: { until: string }) {
  const seconds = useSecondsLeft(until);
  return (
    <span class="mark mark-waiting ticking">
      {t.answerShort} {minutesSeconds(Math.max(0, seconds))}
    </span>
  );
}

function useSecondsLeft(until: string): number {
  return Math.ceil((Date.parse(until) - useNow(1000)) / 1000);
}
