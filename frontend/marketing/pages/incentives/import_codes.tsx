import { useState } from "preact/hooks";
import type { CodesView, IncentiveView } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Field } from "../../parts/field";
import { sentenceOf } from "../experiments/refusal";
import { codeTexts as texts } from "./code_texts";
import { IncentiveDialog } from "./incentive_dialog";
import { useImportCodes } from "./queries";

/** The shop's own codes for an incentive, pasted or from a file. */
export function ImportCodes({ incentive }: { incentive: IncentiveView }) {
  return (
    <IncentiveDialog name={incentive.name} open={texts.open} title={texts.title(incentive.name)}>
      {(close) => <CodesForm id={incentive.id} onClose={close} />}
    </IncentiveDialog>
  );
}

function CodesForm({ id, onClose }: { id: string; onClose: () => void }) {
  const taking = useImportCodes(id);
  const [list, setList] = useState("");
  const [missing, setMissing] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(list.trim() === "");
    if (list.trim() !== "") taking.mutate(list);
  };
  return (
    <form onSubmit={submit} noValidate>
      <p class="soft">{texts.lead}</p>
      <Field label={texts.list} problem={missing ? texts.missing : undefined}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={8}
            dir="ltr"
            value={list}
            onInput={(event) => setList(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={texts.file}>
        {(attributes) => (
          <input
            {...attributes}
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={async (event) => {
              const file = event.currentTarget.files?.[0];
              if (file) setList(await file.text());
            }}
          />
        )}
      </Field>
      <div role="status">
        {taking.error && <p class="field-error">{sentenceOf(taking.error)}</p>}
        {taking.data && <Outcome made={taking.data} />}
      </div>
      <div class="row end">
        <button type="button" class="button" onClick={onClose}>
          {texts.close}
        </button>
        <button type="submit" class="button primary" disabled={taking.isPending}>
          {texts.submit}
        </button>
      </div>
    </form>
  );
}

function Outcome({ made: { added, same, refused } }: { made: CodesView }) {
  return (
    <>
      <p>{texts.done(number(added), number(same))}</p>
      {refused.length > 0 && (
        <>
          <p>{texts.refused(refused.length)}</p>
          <ul class="listed">
            {refused.map(({ line, code }) => (
              <li key={line}>{texts.line(number(line), texts.why[code])}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
