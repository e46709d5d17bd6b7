/** The rules by which an inbox sends chats to teams, in the order in which they count. */

import type { RuleView } from "../../wire/rest.gen";
import { t } from "../texts";

export type Rule = Required<RuleView>;

export const SUBJECTS = ["tag", "reason", "language", "element", "campaign"] as const;
export const MOST_RULES = 100;

const NEW: Rule = { on: "tag", value: "", team: null, skills: [], head_start_seconds: 0 };

export function rulesOf(kept: readonly RuleView[]): Rule[] {
  return kept.map((rule) => ({ ...NEW, ...rule }));
}

export function withRule(rules: readonly Rule[]): Rule[] {
  return [...rules, NEW];
}

export function withChange(rules: readonly Rule[], place: number, change: Partial<Rule>): Rule[] {
  return rules.map((rule, at) => (at === place ? { ...rule, ...change } : rule));
}

export function withoutRule(rules: readonly Rule[], place: number): Rule[] {
  return rules.filter((_, at) => at !== place);
}

/** One place up or down; at the ends it stays. */
export function moved(rules: readonly Rule[], place: number, step: 1 | -1): Rule[] {
  const to = place + step;
  const [rule, other] = [rules[place], rules[to]];
  if (!rule || !other) return [...rules];
  return rules.map((kept, at) => (at === place ? other : at === to ? rule : kept));
}

export function condition({ on, value }: Rule): string {
  return t.settings.ruleIf(t.settings.subjects[on], on === "reason" ? t.reason(value) : value);
}

/** What comes of it; without anything the rule has no effect. */
export function effect({ team, skills, head_start_seconds }: Rule, nameOf: (id: string) => string): string {
  const told = [
    team ? t.settings.ruleTo(nameOf(team)) : "",
    skills.length > 0 ? t.settings.ruleNeeds(skills.join(", ")) : "",
    head_start_seconds > 0 ? t.settings.ruleAhead(head_start_seconds) : "",
  ].filter(Boolean);
  return told.join(" · ") || t.settings.ruleNothing;
}
