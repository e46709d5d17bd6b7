import type { AttemptView } from "../../wire/rest.gen";
import { t } from "../texts";
import { asWords } from "../words";

/** What was asked of the bot, what it made of it and what it answered. */
export function Attempts({ attempts, misses }: { attempts: readonly AttemptView[]; misses: number }) {
  if (attempts.length === 0) return null;
  return (
    <details class="insight attempts">
      <summary>{t.botTried(attempts.length, misses)}</summary>
      <ol>
        {attempts.map((attempt) => (
          <li key={attempt.seq}>
            <p dir="auto" class="attempt-said">
              {attempt.said}
            </p>
            <p class="soft">{madeOf(attempt)}</p>
            {attempt.answers.length === 0 ? (
              <p class="soft">→ {t.attemptUnanswered}</p>
            ) : (
              attempt.answers.map((answer, place) => (
                <p key={place} class="attempt-answer" dir="auto">
                  → {answer}
                </p>
              ))
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function madeOf({ missed, intent, form, heard }: AttemptView): string {
  const understood = missed || !intent ? t.attemptMissed : t.attemptHeard(asWords(intent));
  const details = heard.map(({ entity, value }) => `${asWords(entity)} ${value}`);
  const filling = form ? [t.attemptForm(asWords(form.replace(/_form$/, "")))] : [];
  return [understood, ...details, ...filling].join(" · ");
}
