import { useState } from "preact/hooks";
import { SamtalError } from "../../../client/ack";
import type { CampaignView } from "../../../wire/rest.gen";
import { CampaignField, ChoiceField } from "../../parts/choice_field";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { goToFirstProblem } from "../../parts/first_problem";
import { FormEnd } from "../campaigns/form_end";
import { bodyOf, type Draft, EMPTY, KINDS, problemsOf, refusedOf, unitOf } from "./incentive_draft";
import { useCreateIncentive } from "./queries";
import { texts } from "./texts";

type Typed = Exclude<keyof Draft, "kind" | "unit" | "reward_unit" | "bot_offers" | "campaign_id">;

const UNITS = ["percent", "amount"] as const;

interface IncentiveFormProps {
  campaigns: readonly CampaignView[];
  onClose: () => void;
}

export function IncentiveForm({ campaigns, onClose }: IncentiveFormProps) {
  const create = useCreateIncentive();
  const [draft, setDraft] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  const [refusals, setRefusals] = useState<ReturnType<typeof refusedOf>>({});
  const problems = problemsOf(draft);
  const problem = (name: keyof Draft) => (checked ? problems[name] : undefined) ?? refusals[name];
  /** What was refused is judged anew once it is written anew. */
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    setRefusals({});
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    const form = event.currentTarget as HTMLFormElement;
    if (Object.keys(problems).length > 0) {
      goToFirstProblem(form);
      return;
    }
    create.mutate(bodyOf(draft), {
      onSuccess: onClose,
      onError: (error) => setRefusals(error instanceof SamtalError ? refusedOf(error.fields) : {}),
    });
  };
  const text = (name: Typed, label: string, hint = "", more: Record<string, unknown> = {}) => (
    <Field label={label} hint={hint} problem={problem(name)}>
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
  const units = (name: "unit" | "reward_unit", label: string) => (
    <ChoiceField
      label={label}
      problem={problem(name)}
      value={draft[name]}
      options={UNITS.map((unit) => ({ value: unit, name: texts.kind[unit] }))}
      onPick={(unit) => change({ [name]: unit })}
    />
  );
  const asPercent = { inputMode: "numeric", maxLength: 3 };
  const asAmount = { inputMode: "decimal", maxLength: 12 };
  const asCount = { inputMode: "numeric", maxLength: 10 };
  const at = { type: "datetime-local" };
  const unit = unitOf(draft);
  const zone = texts.zone(Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC");
  return (
    <Dialog title={texts.fresh} onClose={onClose}>
      <form class="incentive-form" onSubmit={submit} noValidate>
        {text("name", texts.nameLabel, texts.nameHint, { dir: "auto", maxLength: 200 })}
        <ChoiceField
          label={texts.kindLabel}
          hint={texts.kindHint[draft.kind]}
          value={draft.kind}
          options={KINDS.map((kind) => ({ value: kind, name: texts.kind[kind] }))}
          onPick={(kind) => change({ kind })}
        />
        <div class="incentive-pair">
          {draft.kind !== "percent" && draft.kind !== "amount" && units("unit", texts.unitLabel)}
          {text("value", texts.valueLabel[unit], "", unit === "percent" ? asPercent : asAmount)}
        </div>
        {draft.kind === "refer_friend" && (
          <div class="incentive-pair">
            {units("reward_unit", texts.rewardUnit)}
            {text(
              "reward_value",
              texts.rewardLabel,
              texts.rewardHint,
              draft.reward_unit === "percent" ? asPercent : asAmount,
            )}
          </div>
        )}
        <div class="incentive-pair">
          {text("min_total_cents", texts.least, texts.leastHint, asAmount)}
          {text("currency", texts.currency, "", { maxLength: 3, autoCapitalize: "characters" })}
          {text("valid_from", texts.from, zone, at)}
          {text("valid_until", texts.until, zone, at)}
          {text("most", texts.most, texts.mostHint, asCount)}
          {text("days", texts.days, texts.daysHint, { ...asCount, maxLength: 4 })}
          {text("points", texts.points, texts.pointsHint, { ...asCount, maxLength: 7 })}
          <CampaignField
            label={texts.campaign}
            none={texts.noCampaign}
            problem={problem("campaign_id")}
            campaigns={campaigns}
            value={draft.campaign_id}
            onPick={(campaign_id) => change({ campaign_id })}
          />
        </div>
        <label class="incentive-check">
          <input
            type="checkbox"
            checked={draft.bot_offers}
            onChange={(event) => change({ bot_offers: event.currentTarget.checked })}
          />
          <span>
            {texts.botOffers}
            <span class="under faint">{texts.botHint}</span>
          </span>
        </label>
        <FormEnd pending={create.isPending} error={create.error} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
