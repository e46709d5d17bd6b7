import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-preact";
import { useRef, useState } from "preact/hooks";
import type { TeamView } from "../../wire/rest.gen";
import { t } from "../texts";
import { RuleFields } from "./rule_fields";
import { condition, effect, MOST_RULES, moved, type Rule, withChange, withoutRule, withRule } from "./rules";

interface Props {
  rules: readonly Rule[];
  teams: readonly TeamView[];
  errorOf: (field: string) => string | undefined;
  onChange: (rules: Rule[]) => void;
}

/** Which chats go to which team, and which come sooner; the order counts where two name a team. */
export function RulesEditor({ rules, teams, errorOf, onChange }: Props) {
  const [openAt, setOpenAt] = useState<number>();
  const add = useRef<HTMLButtonElement>(null);
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name ?? id;

  function move(place: number, step: 1 | -1) {
    onChange(moved(rules, place, step));
    if (openAt === place) setOpenAt(place + step);
    else if (openAt === place + step) setOpenAt(place);
  }

  function remove(place: number) {
    onChange(withoutRule(rules, place));
    if (openAt !== undefined) setOpenAt(openAt === place ? undefined : openAt - (openAt > place ? 1 : 0));
    add.current?.focus();
  }

  return (
    <fieldset class="checks rules">
      <legend>{t.settings.rules}</legend>
      <small class="soft">{t.settings.rulesHint}</small>
      {rules.length === 0 && <p class="soft rules-none">{t.settings.noRules}</p>}
      <ol class="rules-list">
        {rules.map((rule, place) => {
          const field = `routing_rules.${place}`;
          const name = condition(rule);
          const isOpen = openAt === place || errorOf(field) !== undefined;
          return (
            // A rule has no name of its own; its place is what it is told apart by.
            <li key={place} class="rule">
              <div class="rule-head">
                <button
                  type="button"
                  class="rule-words"
                  aria-expanded={isOpen}
                  onClick={() => setOpenAt(isOpen ? undefined : place)}
                >
                  <bdi class="sheet-name">{rule.value ? name : t.settings.newRule}</bdi>
                  <span class="soft">{effect(rule, nameOf)}</span>
                </button>
                <Act
                  label={t.settings.ruleUp(name)}
                  icon={ArrowUp}
                  disabled={place === 0}
                  onClick={() => move(place, -1)}
                />
                <Act
                  label={t.settings.ruleDown(name)}
                  icon={ArrowDown}
                  disabled={place === rules.length - 1}
                  onClick={() => move(place, 1)}
                />
                <Act label={t.settings.ruleRemove(name)} icon={Trash2} onClick={() => remove(place)} />
              </div>
              {isOpen && (
                <RuleFields
                  rule={rule}
                  teams={teams}
                  errorOf={(part) => errorOf(`${field}.${part}`)}
                  onChange={(change) => {
                    setOpenAt(place);
                    onChange(withChange(rules, place, change));
                  }}
                />
              )}
            </li>
          );
        })}
      </ol>
      {rules.length < MOST_RULES && (
        <button
          ref={add}
          type="button"
          class="button settings-new"
          onClick={() => {
            onChange(withRule(rules));
            setOpenAt(rules.length);
          }}
        >
          <Plus size={16} aria-hidden="true" /> {t.settings.addRule}
        </button>
      )}
    </fieldset>
  );
}

interface ActProps {
  label: string;
  icon: typeof ArrowUp;
  disabled?: boolean;
  onClick: () => void;
}

function Act({ label, icon: Icon, disabled = false, onClick }: ActProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}
