import { useState } from "preact/hooks";
import { SamtalError } from "../../../client/ack";
import type { CampaignView, ElementView } from "../../../wire/rest.gen";
import { CampaignField, ChoiceField } from "../../parts/choice_field";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { useCreateElement } from "../../queries";
import { texts } from "../../texts";
import { CopyLink } from "./copy_link";
import { bodyOf, type Draft, EMPTY, KINDS, problemsOf } from "./element_draft";
import { FormEnd } from "./form_end";

const words = texts.campaigns;

interface ElementFormProps {
  campaigns: readonly CampaignView[];
  onClose: () => void;
}

export function ElementForm({ campaigns, onClose }: ElementFormProps) {
  const create = useCreateElement();
  const [draft, setDraft] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  if (create.data) return <Made element={create.data} onClose={onClose} />;

  const problems = problemsOf(draft);
  const refused =
    create.error instanceof SamtalError && create.error.code === "invalid" ? create.error.fields : {};
  const problem = (name: keyof Draft) => (checked ? problems[name] : undefined) ?? refused[name];
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(problems).length === 0) create.mutate(bodyOf(draft));
  };
  const text = (name: "name" | "target_url" | "variant" | "code", label: string, hint?: string) => (
    <Field label={label} problem={problem(name)} {...(hint ? { hint } : {})}>
      {(attributes) => (
        <input
          {...attributes}
          dir="auto"
          maxLength={name === "target_url" ? 2000 : 200}
          value={draft[name]}
          onInput={(event) => change({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );

  return (
    <Dialog title={words.newElement} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {text("name", words.elementName, words.elementNameHint)}
        <ChoiceField
          label={words.kind}
          value={draft.kind}
          options={KINDS.map((kind) => ({ value: kind, name: texts.elementKind[kind] }))}
          onPick={(kind) => change({ kind })}
        />
        {text("target_url", words.targetLabel, words.targetHint)}
        <CampaignField
          label={words.campaign}
          none={words.noCampaign}
          problem={problem("campaign_id")}
          campaigns={campaigns}
          value={draft.campaign_id}
          onPick={(campaign_id) => change({ campaign_id })}
        />
        {text("variant", words.variantLabel)}
        {text("code", words.code, words.codeHint)}
        <FormEnd pending={create.isPending} error={create.error} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function Made({ element, onClose }: { element: ElementView; onClose: () => void }) {
  return (
    <Dialog title={words.newElement} onClose={onClose}>
      <p role="status">{words.made(element.name)}</p>
      <p>
        <CopyLink code={element.code} name={element.name} />
      </p>
      <div class="row end">
        <button type="button" class="button primary" onClick={onClose}>
          {words.done}
        </button>
      </div>
    </Dialog>
  );
}
