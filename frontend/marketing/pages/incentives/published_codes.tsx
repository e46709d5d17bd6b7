import { useState } from "preact/hooks";
import { SamtalError } from "../../../client/ack";
import type { IncentiveView, PublishedCodeView } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Field } from "../../parts/field";
import { goToFirstProblem } from "../../parts/first_problem";
import { Moment } from "../../parts/moment";
import { sentenceOf } from "../experiments/refusal";
import { IncentiveDialog } from "./incentive_dialog";
import { type CodeDraft, codeBody, codeProblems, codeRefusals, NO_CODE } from "./published_draft";
import { publishedTexts as texts } from "./published_texts";
import { useChangePublished, usePublish } from "./queries";
import { texts as shared } from "./texts";

interface PublishedCodesProps {
  incentive: IncentiveView;
  codes: readonly PublishedCodeView[];
}

/** Codes of an incentive that everybody may know: how often each was used, and a new one. */
export function PublishedCodes({ incentive, codes }: PublishedCodesProps) {
  return (
    <IncentiveDialog name={incentive.name} open={texts.open} title={texts.title(incentive.name)}>
      {(close) => (
        <>
          <p class="soft">{texts.lead}</p>
          {codes.length === 0 ? (
            <p>{texts.none}</p>
          ) : (
            <ul class="published-codes">
              {codes.map((code) => (
                <Published key={code.code} code={code} />
              ))}
            </ul>
          )}
          <PublishForm id={incentive.id} onClose={close} />
        </>
      )}
    </IncentiveDialog>
  );
}

function Published({ code }: { code: PublishedCodeView }) {
  const change = useChangePublished(code.incentive_id, code.code);
  const closed = code.closed_at !== null && code.closed_at !== undefined;
  return (
    <li>
      <div>
        <code dir="ltr">{code.code}</code>
        <span class="under faint">
          {boundsOf(code)}
          {code.valid_until && (
            <>
              {" · "}
              {shared.ends} <Moment time={code.valid_until} />
            </>
          )}
        </span>
        <div role="alert">{change.error && <p class="field-error">{sentenceOf(change.error)}</p>}</div>
      </div>
      <button
        type="button"
        class="button small"
        disabled={change.isPending}
        onClick={() => change.mutate({ closed: !closed })}
      >
        {closed ? texts.reopen : texts.end}
        <span class="sr-only"> {code.code}</span>
      </button>
    </li>
  );
}

export function boundsOf({ uses, most, per_customer, active }: PublishedCodeView): string {
  const each = per_customer === 1 ? texts.once : per_customer ? texts.times(number(per_customer)) : null;
  const used = texts.uses(number(uses), most ? number(most) : null);
  return [used, each, active ? null : texts.over].filter(Boolean).join(" · ");
}

function PublishForm({ id, onClose }: { id: string; onClose: () => void }) {
  const publish = usePublish(id);
  const [draft, setDraft] = useState(NO_CODE);
  const [checked, setChecked] = useState(false);
  const [refused, setRefused] = useState<ReturnType<typeof codeRefusals>>({});
  const problems = codeProblems(draft, new Date());
  const change = (part: Partial<CodeDraft>) => {
    setDraft({ ...draft, ...part });
    setRefused({});
    setChecked(false);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    const form = event.currentTarget as HTMLFormElement;
    if (Object.keys(problems).length > 0) {
      goToFirstProblem(form);
      return;
    }
    publish.mutate(codeBody(draft), {
      onSuccess: () => {
        setDraft(NO_CODE);
        setChecked(false);
      },
      onError: (error) => setRefused(error instanceof SamtalError ? codeRefusals(error.fields) : {}),
    });
  };
  const text = (name: keyof CodeDraft, label: string, hint: string, more: Record<string, unknown>) => (
    <Field label={label} hint={hint} problem={(checked ? problems[name] : undefined) ?? refused[name]}>
      {(attributes) => (
        <input
          {...attributes}
          {...more}
          value={draft[name]}
          onInput={(event) => change({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  const count = { inputMode: "numeric", maxLength: 10 };
  const at = { type: "datetime-local" };
  const zone = shared.zone(Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC");
  return (
    <form class="incentive-form" onSubmit={submit} noValidate>
      {text("code", texts.code, texts.codeHint, { dir: "ltr", maxLength: 40, autoCapitalize: "characters" })}
      <div class="incentive-pair">
        {text("most", texts.most, texts.mostHint, count)}
        {text("per_customer", texts.each, texts.eachHint, count)}
        {text("valid_from", shared.from, zone, at)}
        {text("valid_until", shared.until, zone, at)}
      </div>
      <div role="status">
        {publish.error && <p class="field-error">{sentenceOf(publish.error)}</p>}
        {publish.data && !publish.error && <p>{texts.published(publish.data.code)}</p>}
      </div>
      <div class="row end">
        <button type="button" class="button" onClick={onClose}>
          {texts.close}
        </button>
        <button type="submit" class="button primary" disabled={publish.isPending}>
          {texts.submit}
        </button>
      </div>
    </form>
  );
}
