import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import type { InboxSettings } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { ChoiceField } from "../../parts/choice_field";
import { Field } from "../../parts/field";
import { NameField } from "../../parts/name_field";
import { periodQuery, usePlace } from "../../places/use_place";
import { Asking } from "./asking";
import { Calculator } from "./calculator";
import { bodyOf, type Draft, GOALS, KINDS, type Kind, planOf, problemsOf } from "./draft";
import { useMove, usePlan, useRemoveExperiment, useSaveExperiment } from "./queries";
import { sentenceOf } from "./refusal";
import { words } from "./texts";
import { VariantFields } from "./variant_fields";

const { form } = words;

interface DraftFormProps {
  /** None yet: a new one. */
  id: string | null;
  inboxes: readonly InboxSettings[];
  start: Draft;
}

/** What is compared, for what, and how long that takes. */
export function DraftForm({ id, inboxes, start }: DraftFormProps) {
  const [, go] = useLocation();
  const { period } = usePlace();
  const [draft, setDraft] = useState(start);
  const [checked, setChecked] = useState(false);
  const save = useSaveExperiment(id);
  const plan = usePlan(planOf(draft));
  const baseline = draft.baseline === "" ? (plan.data?.baseline ?? null) : Number(draft.baseline) / 100;
  const problems = problemsOf(draft);
  const problem = (name: string) =>
    checked
      ? (problems[name] ?? (name === "baseline" && baseline === null ? form.numberMissing : undefined))
      : undefined;
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(problems).length > 0 || baseline === null) return;
    save.mutate(bodyOf(draft, baseline), {
      onSuccess: (saved) => id === null && go(`/experiments/${saved.id}${periodQuery(period)}`),
    });
  };
  const typed = (name: "baseline" | "effect" | "window" | "perDay", label: string, hint: string) => (
    <Field label={label} hint={hint} problem={problem(name)}>
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          inputMode="decimal"
          value={draft[name]}
          onInput={(event) => change({ [name]: event.currentTarget.value.replace(",", ".") })}
        />
      )}
    </Field>
  );

  return (
    <div class="experiment-columns">
      <form class="experiment-form" onSubmit={submit} noValidate>
        <NameField
          label={form.name}
          problem={problem("name")}
          value={draft.name}
          onName={(name) => change({ name })}
        />
        {inboxes.length > 1 && (
          <ChoiceField
            label={form.inbox}
            value={draft.inbox}
            options={inboxes.map(({ key, name }) => ({ value: key, name }))}
            onPick={(inbox) => change({ inbox })}
          />
        )}
        <ChoiceField
          label={form.kind}
          hint={form.kindHint}
          value={draft.kind}
          options={KINDS.map((kind) => ({ value: kind, name: form.kinds[kind] }))}
          onPick={(kind) => change(withKind(draft, kind))}
        />
        <VariantFields draft={draft} problem={problem} onChange={change} />
        <ChoiceField
          label={form.goal}
          hint={words.goalHints[draft.goal]}
          value={draft.goal}
          options={GOALS.map((goal) => ({ value: goal, name: words.goals[goal] }))}
          onPick={(goal) => change({ goal })}
        />
        <div class="experiment-numbers">
          {typed("baseline", form.baseline, form.baselineHint(number(plan.data?.usual_people ?? 0)))}
          {typed("effect", form.effect, form.effectHint)}
          {typed("window", form.window, form.windowHint)}
          {typed("perDay", form.perDay, form.perDayHint)}
        </div>
        <div role="alert">{save.error && <p class="field-error">{sentenceOf(save.error)}</p>}</div>
        <div class="row">
          <button type="submit" class={id === null ? "button primary" : "button"} disabled={save.isPending}>
            {save.isPending ? form.saving : form.save}
          </button>
          {id !== null && <Moves id={id} unsaved={JSON.stringify(draft) !== JSON.stringify(start)} />}
          <span role="status">{save.isSuccess && form.saved}</span>
        </div>
      </form>
      <Calculator query={plan} />
    </div>
  );
}

/** Starting is for what is saved. */
function Moves({ id, unsaved }: { id: string; unsaved: boolean }) {
  const [, go] = useLocation();
  const { period } = usePlace();
  const start = useMove(id, "start");
  const remove = useRemoveExperiment();
  return (
    <>
      <Asking
        label={form.start}
        title={form.startTitle}
        sure={form.startSure}
        yes={form.startNow}
        no={form.keep}
        primary
        disabled={unsaved}
        pending={start.isPending}
        problem={start.error && sentenceOf(start.error)}
        onYes={() => start.mutate()}
      />
      <button
        type="button"
        class="button"
        disabled={remove.isPending}
        onClick={() => remove.mutate(id, { onSuccess: () => go(`/experiments${periodQuery(period)}`) })}
      >
        {form.delete}
      </button>
    </>
  );
}

/** Two values of what varies, and as many shares. */
function withKind(draft: Draft, kind: Kind): Partial<Draft> {
  const count = kind === "factorial" ? 2 : draft.weights.length;
  const filled = (values: readonly string[]) => [...values, ...Array<string>(count).fill("")].slice(0, count);
  return { kind, greetings: filled(draft.greetings), replies: filled(draft.replies) };
}
