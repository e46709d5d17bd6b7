import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import type { CampaignDetail } from "../../../wire/rest.gen";
import { Field, type FieldAttributes } from "../../parts/field";
import { useElements, useSegments } from "../../queries";
import { sentenceOf } from "../experiments/refusal";
import { bodyOf, draftOf, type PlanDraft, problemsOf, zones } from "./plan_draft";
import { useSavePlan } from "./queries";
import { texts } from "./texts";
import { WordsFields } from "./words_fields";

type Name = Exclude<keyof PlanDraft, "words">;

/** Whom it goes to, when, how often and what it says. */
export function PlanForm({
  campaign,
  onDirty,
}: {
  campaign: CampaignDetail;
  onDirty: (dirty: boolean) => void;
}) {
  const save = useSavePlan(campaign.id);
  const segments = useSegments();
  const elements = useElements();
  const [draft, setDraft] = useState(() => draftOf(campaign.plan));
  const [checked, setChecked] = useState(false);
  const [dirty, setDirty] = useState(false);
  const problems = checked ? problemsOf(draft) : {};
  const edit = (part: Partial<PlanDraft>) => {
    setDraft({ ...draft, ...part });
    setDirty(true);
    onDirty(true);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(problemsOf(draft)).length > 0) return;
    save.mutate(bodyOf(draft), {
      onSuccess: () => {
        setDirty(false);
        onDirty(false);
      },
    });
  };
  const input = (name: Name, attributes: FieldAttributes, more: Record<string, unknown> = {}) => (
    <input
      {...attributes}
      {...more}
      value={draft[name]}
      onInput={(event) => edit({ [name]: event.currentTarget.value })}
    />
  );
  const choice = (
    name: Name,
    attributes: FieldAttributes,
    options: readonly (readonly [string, string])[],
  ) => (
    <select
      {...attributes}
      value={draft[name]}
      onChange={(event) => edit({ [name]: event.currentTarget.value })}
    >
      {options.map(([value, shown]) => (
        <option key={value} value={value}>
          {shown}
        </option>
      ))}
    </select>
  );
  const newsletters = (elements.data?.items ?? []).filter(
    ({ kind, campaign_id }) => kind === "newsletter" && campaign_id === campaign.id,
  );
  const amount = { inputMode: "decimal", maxLength: 12 };
  return (
    <form class="plan-form" onSubmit={submit} noValidate>
      <div class="plan-pair">
        <Field label={texts.audience}>
          {(attributes) =>
            choice("segment", attributes, [
              ["", texts.noAudience],
              ...(segments.data?.items ?? []).map(({ id, name }) => [id, name] as const),
            ])
          }
        </Field>
        <Field label={texts.element} hint={texts.elementHint}>
          {(attributes) =>
            choice("element", attributes, [
              ["", texts.noElement],
              ...newsletters.map(({ code, name }) => [code, name] as const),
            ])
          }
        </Field>
      </div>
      {segments.data?.items.length === 0 && (
        <p>
          <Link href="/segments/new">{texts.makeSegment}</Link>
        </p>
      )}
      <WordsFields words={draft.words} onChange={(words) => edit({ words })} />
      <div class="plan-pair">
        <Field label={texts.starts} hint={texts.startsHint}>
          {(attributes) => input("starts", attributes, { type: "datetime-local" })}
        </Field>
        <Field label={texts.zone}>
          {(attributes) =>
            choice(
              "zone",
              attributes,
              zones().map((zone) => [zone, zone] as const),
            )
          }
        </Field>
        <Field label={texts.capCount} hint={texts.capHint} problem={problems.capCount}>
          {(attributes) => input("capCount", attributes, { inputMode: "numeric", maxLength: 3 })}
        </Field>
        <Field label={texts.capDays} problem={problems.capDays}>
          {(attributes) => input("capDays", attributes, { inputMode: "numeric", maxLength: 3 })}
        </Field>
        <Field label={texts.quietFrom} hint={texts.quietHint}>
          {(attributes) => input("quietFrom", attributes, { type: "time" })}
        </Field>
        <Field label={texts.quietUntil} problem={problems.quietUntil}>
          {(attributes) => input("quietUntil", attributes, { type: "time" })}
        </Field>
        <Field label={texts.budget} problem={problems.budget}>
          {(attributes) => input("budget", attributes, amount)}
        </Field>
        <Field label={texts.perThousand} problem={problems.perThousand}>
          {(attributes) => input("perThousand", attributes, amount)}
        </Field>
      </div>
      <div class="row end">
        <p role="status" class={save.isError ? "field-error" : "soft"}>
          {save.error ? sentenceOf(save.error) : dirty ? texts.unsaved : save.isSuccess && texts.saved}
        </p>
        <button type="submit" class="button" disabled={save.isPending}>
          {save.isPending ? texts.saving : texts.save}
        </button>
      </div>
    </form>
  );
}
