import { Plus, X } from "lucide-preact";
import { Field } from "../../parts/field";
import { type Draft, letter, MOST_VARIANTS } from "./draft";
import { words } from "./texts";

const { form } = words;

interface VariantFieldsProps {
  draft: Draft;
  problem: (name: string) => string | undefined;
  onChange: (part: Partial<Draft>) => void;
}

/** What varies once a variant, what does not once for all. */
export function VariantFields({ draft, problem, onChange }: VariantFieldsProps) {
  const { kind, greetings, replies, weights } = draft;
  const greeting = (place: number, label: string) => (
    <Words
      label={label}
      value={greetings[place] ?? ""}
      problem={problem(`greeting${place}`)}
      onInput={(value) => onChange({ greetings: greetings.with(place, value) })}
    />
  );
  const offered = (place: number, label: string) => (
    <Words
      label={label}
      hint={form.repliesHint}
      value={replies[place] ?? ""}
      onInput={(value) => onChange({ replies: replies.with(place, value) })}
    />
  );
  if (kind === "factorial")
    return (
      <div class="experiment-variants">
        {greetings.map((_, place) => (
          <div key={place}>{greeting(place, form.greetingOf(letter(place)))}</div>
        ))}
        {replies.map((_, place) => (
          <div key={place}>{offered(place, form.repliesOf(String(place + 1)))}</div>
        ))}
      </div>
    );
  const remove = (place: number) =>
    onChange({
      weights: weights.filter((_, at) => at !== place),
      greetings: kind === "greeting" ? greetings.filter((_, at) => at !== place) : greetings,
      replies: kind === "replies" ? replies.filter((_, at) => at !== place) : replies,
    });
  return (
    <>
      <div class="experiment-variants">
        {weights.map((weight, place) => (
          <fieldset key={place} class="experiment-variant">
            <legend>{letter(place)}</legend>
            {kind === "greeting"
              ? greeting(place, form.greetingOf(letter(place)))
              : offered(place, form.repliesOf(letter(place)))}
            <Field label={form.weight(letter(place))}>
              {(attributes) => (
                <input
                  {...attributes}
                  inputMode="decimal"
                  value={weight}
                  onInput={(event) =>
                    onChange({ weights: weights.with(place, event.currentTarget.value.replace(",", ".")) })
                  }
                />
              )}
            </Field>
            {weights.length > 2 && (
              <button
                type="button"
                class="icon-button"
                aria-label={form.remove(letter(place))}
                onClick={() => remove(place)}
              >
                <X size={16} aria-hidden="true" />
              </button>
            )}
          </fieldset>
        ))}
      </div>
      <p class="field-error" role="alert">
        {problem("weights")}
      </p>
      {weights.length < MOST_VARIANTS && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            const count = weights.length + 1;
            const share = String(Number((100 / count).toFixed(2)));
            const rest = String(Number((100 - Number(share) * (count - 1)).toFixed(2)));
            onChange({
              weights: [...Array<string>(count - 1).fill(share), rest],
              greetings: [...greetings, ""],
              replies: [...replies, ""],
            });
          }}
        >
          <Plus size={14} aria-hidden="true" /> {form.add}
        </button>
      )}
      {kind === "greeting" ? offered(0, form.replies) : greeting(0, form.greeting)}
    </>
  );
}

interface WordsProps {
  label: string;
  hint?: string;
  value: string;
  problem?: string | undefined;
  onInput: (value: string) => void;
}

function Words({ label, hint, value, problem, onInput }: WordsProps) {
  return (
    <Field label={label} problem={problem} {...(hint ? { hint } : {})}>
      {(attributes) => (
        <textarea
          {...attributes}
          dir="auto"
          rows={3}
          maxLength={500}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
