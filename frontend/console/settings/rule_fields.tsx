import type { TeamView } from "../../wire/rest.gen";
import { REASON_CODES, t } from "../texts";
import { ChoiceField, Field, NumberField, TeamField, WordsField } from "./fields";
import { type Rule, SUBJECTS } from "./rules";

const LONGEST_VALUE = 64;
const LONGEST_HEAD_START_S = 1800;

interface Props {
  rule: Rule;
  teams: readonly TeamView[];
  errorOf: (part: string) => string | undefined;
  onChange: (change: Partial<Rule>) => void;
}

/** One rule: what it looks at, and what comes of it. */
export function RuleFields({ rule, teams, errorOf, onChange }: Props) {
  return (
    <div class="rule-fields">
      <div class="rule-pair">
        <ChoiceField
          label={t.settings.ruleOn}
          error={errorOf("on")}
          value={rule.on}
          options={SUBJECTS.map((id) => ({ id, name: t.settings.subjects[id] }))}
          onChange={(on) => onChange({ on, value: "" })}
        />
        <Field label={t.settings.ruleValue} error={errorOf("value")}>
          {(attributes) =>
            rule.on === "reason" ? (
              <select
                {...attributes}
                required
                value={rule.value}
                onChange={(event) => onChange({ value: event.currentTarget.value })}
              >
                <option value="">{t.factChoose}</option>
                {REASON_CODES.map((code) => (
                  <option key={code} value={code}>
                    {t.reason(code)}
                  </option>
                ))}
              </select>
            ) : (
              <input
                {...attributes}
                required
                autofocus={rule.value === ""}
                maxLength={LONGEST_VALUE}
                autocomplete="off"
                placeholder={t.settings.ruleExamples[rule.on]}
                value={rule.value}
                onInput={(event) => onChange({ value: event.currentTarget.value })}
              />
            )
          }
        </Field>
      </div>
      <TeamField
        label={t.settings.ruleTeam}
        none={t.settings.ruleNoTeam}
        error={errorOf("team")}
        teams={teams}
        value={rule.team ?? null}
        onChange={(team) => onChange({ team })}
      />
      <WordsField
        label={t.settings.ruleSkills}
        hint={t.settings.skillsHint}
        error={errorOf("skills")}
        words={rule.skills}
        onChange={(skills) => onChange({ skills })}
      />
      <NumberField
        label={t.settings.ruleHeadStart}
        hint={t.settings.ruleHeadStartHint}
        error={errorOf("head_start_seconds")}
        value={rule.head_start_seconds}
        min={0}
        max={LONGEST_HEAD_START_S}
        onChange={(head_start_seconds) => onChange({ head_start_seconds })}
      />
    </div>
  );
}
