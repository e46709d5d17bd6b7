import type { ConversationView } from "../../wire/events.gen";
import { useDesk, useMe } from "../desk";
import { useNow } from "../now";
import { t } from "../texts";
import { fullTime, minutesSeconds } from "../words";

const SOON_S = 15;
/** Whoever has seen it may answer in peace: only towards the end does it press. */
const REMINDS_S = 60;

/** A chat goes back to the queue unless its agent answers; one that was given, unless they show that they are there. */
export function AnswerClock({ conversation }: { conversation: ConversationView }) {
  const { actions } = useDesk();
  const me = useMe();
  const { id, answer_by, owner, routed } = conversation;
  if (!answer_by || owner.agent_id !== me) return null;
  if (!routed) return <Reminder until={answer_by} />;
  return (
    <div class="strip strip-warning answer-clock">
      <Left until={answer_by} words={t.answerWithin} />
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

function Reminder({ until }: { until: string }) {
  const seconds = useSecondsLeft(until);
  if (seconds > REMINDS_S) {
    return (
      <p class="answer-clock answer-calm">
        <span>
          {t.replyCalm}{" "}
          <time role="timer" dateTime={until} title={fullTime(until)} class="ticking">
            {minutesSeconds(seconds)}
          </time>
        </span>
      </p>
    );
  }
  return (
    <div class={`strip ${seconds > 0 ? "strip-warning" : "strip-danger"} answer-clock`}>
      <Left until={until} words={t.replyWithin} />
    </div>
  );
}

function Left({ until, words }: { until: string; words: string }) {
  const seconds = useSecondsLeft(until);
  return (
    <span>
      {seconds > 0 ? `${words} ` : t.answerOverdue}
      {seconds > 0 && (
        <time role="timer" dateTime={until} title={fullTime(until)} class="ticking">
          {minutesSeconds(seconds)}
        </time>
      )}
      <span class="sr-only" role="status">
        {seconds > 0 && seconds <= SOON_S ? t.answerSoon : ""}
      </span>
    </span>
  );
}

/** In a row of the list: the time alone. */
export function ShortClock({ until, routed }: { until: string; routed: boolean }) {
  const seconds = useSecondsLeft(until);
  if (!routed && seconds > REMINDS_S) return null;
  if (seconds <= 0) return <span class="mark mark-overdue">{t.overdue}</span>;
  return (
    <span class="mark mark-waiting ticking">
      {t.answerShort} {minutesSeconds(seconds)}
    </span>
  );
}

function useSecondsLeft(until: string): number {
  return Math.ceil((Date.parse(until) - useNow(1000)) / 1000);
}
