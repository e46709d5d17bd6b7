import { useState } from "preact/hooks";
import type { IntentView, LineView } from "../../../wire/rest.gen";
import { Field } from "../../parts/field";
import { reasonOf } from "../../parts/states";
import { IntentSelect } from "./intent_select";
import { useReview } from "./queries";
import { words } from "./texts";

interface ReviewFormProps {
  lines: readonly LineView[];
  intents: readonly IntentView[];
}

/** What the chosen lines should have been; a single one may be worded anew. */
export function ReviewForm({ lines, intents }: ReviewFormProps) {
  const review = useReview();
  const [intent, setIntent] = useState("");
  const [wording, setWording] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>();
  const [only, ...others] = lines;
  const alone = only !== undefined && others.length === 0 ? only : null;
  const send = (to: string | null) => {
    if (lines.length === 0) return setProblem(words.chosenNone);
    if (to === "") return setProblem(words.intentMissing);
    setProblem(undefined);
    const worded = alone && wording?.trim() && wording.trim() !== alone.text ? wording.trim() : null;
    review.mutate({
      message_ids: lines.map((line) => line.message_id),
      intent: to,
      ...(worded && to !== null ? { wording: worded } : {}),
    });
  };
  return (
    <form
      class="review"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(intent);
      }}
    >
      {alone && (
        <Field label={words.wording} hint={words.wordingHint}>
          {(attributes) => (
            <input
              {...attributes}
              dir="auto"
              lang={alone.language}
              maxLength={200}
              value={wording ?? alone.text}
              onInput={(event) => setWording(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <Field label={words.intent} problem={problem}>
        {(attributes) => (
          <IntentSelect attributes={attributes} intents={intents} value={intent} onPick={setIntent} />
        )}
      </Field>
      <div class="row">
        <button type="submit" class="button primary" disabled={review.isPending}>
          {words.assign(lines.length)}
        </button>
        <button type="button" class="button" disabled={review.isPending} onClick={() => send(null)}>
          {words.aside}
        </button>
      </div>
      <div role="alert">{review.error && <p class="field-error">{reasonOf(review.error)}</p>}</div>
    </form>
  );
}
