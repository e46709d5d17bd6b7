import { useState } from "preact/hooks";
import type { ElementPatch, ElementView } from "../../../wire/rest.gen";
import { readCents, writeCents } from "../../measures/amount";
import { Field } from "../../parts/field";
import { reasonOf } from "../../parts/states";
import { useChangeElement } from "../../queries";
import { texts } from "./texts";

const UTM = ["source", "medium", "campaign"] as const;

interface Draft {
  readonly cost: string;
  readonly currency: string;
  readonly utm: Readonly<Record<string, string>>;
}

/** What it cost, and the words by which an advert's address names it. */
export function SettingsForm({ element }: { element: ElementView }) {
  const change = useChangeElement(element.code);
  const [draft, setDraft] = useState<Draft>(() => draftOf(element));
  const [checked, setChecked] = useState(false);
  const problems = checked ? problemsOf(draft) : {};
  const edit = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(problemsOf(draft)).length === 0) change.mutate(patchOf(draft));
  };
  return (
    <section class="panel" aria-labelledby="element-settings">
      <h2 id="element-settings">{texts.settings}</h2>
      <form class="element-form" onSubmit={submit} noValidate>
        <div class="element-cost">
          <Field label={texts.cost} hint={texts.costHint} problem={problems.cost}>
            {(attributes) => (
              <input
                {...attributes}
                inputMode="decimal"
                maxLength={12}
                value={draft.cost}
                onInput={(event) => edit({ cost: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={texts.currency} problem={problems.currency}>
            {(attributes) => (
              <input
                {...attributes}
                maxLength={3}
                value={draft.currency}
                onInput={(event) => edit({ currency: event.currentTarget.value.toUpperCase() })}
              />
            )}
          </Field>
        </div>
        <p class="soft">{texts.utmHint}</p>
        {UTM.map((name) => (
          <Field key={name} label={texts.utm(name)}>
            {(attributes) => (
              <input
                {...attributes}
                dir="auto"
                maxLength={200}
                value={draft.utm[name] ?? ""}
                onInput={(event) => edit({ utm: { ...draft.utm, [name]: event.currentTarget.value } })}
              />
            )}
          </Field>
        ))}
        <div class="row end">
          <p role="status" class={change.isError ? "field-error" : "soft"}>
            {change.isError ? reasonOf(change.error) : change.isSuccess && texts.saved}
          </p>
          <button type="submit" class="button primary" disabled={change.isPending}>
            {change.isPending ? texts.saving : texts.save}
          </button>
        </div>
      </form>
    </section>
  );
}

function draftOf({ cost_cents, currency, utm }: ElementView): Draft {
  return {
    cost: cost_cents === null || cost_cents === undefined ? "" : writeCents(cost_cents),
    currency: currency ?? "EUR",
    utm,
  };
}

export function problemsOf({ cost, currency }: Draft): { cost?: string; currency?: string } {
  return {
    ...(cost.trim() !== "" && readCents(cost) === null ? { cost: texts.costInvalid } : {}),
    ...(/^[A-Z]{3}$/.test(currency) ? {} : { currency: texts.currencyInvalid }),
  };
}

/** An emptied cost stays as it was: what was paid is not unpaid. */
export function patchOf({ cost, currency, utm }: Draft): ElementPatch {
  const cents = readCents(cost);
  const words = Object.entries(utm).map(([name, value]) => [name, value.trim()] as const);
  return {
    ...(cents === null ? {} : { cost: { cents, currency } }),
    utm: Object.fromEntries(words.filter(([, value]) => value !== "")),
  };
}
