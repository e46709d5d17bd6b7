/** What is being written in the form of an incentive, and whether it can be promised. */

import type { IncentiveBody } from "../../../wire/rest.gen";
import { readCents } from "../../measures/amount";
import { texts } from "./texts";

export const KINDS = ["percent", "amount", "early_bird", "money_back", "refer_friend"] as const;
export type Kind = (typeof KINDS)[number];
export type Unit = "percent" | "amount";

/** Numbers as they are typed; times in the reader's own zone. */
export interface Draft {
  readonly name: string;
  readonly kind: Kind;
  readonly unit: Unit;
  readonly value: string;
  readonly currency: string;
  readonly min_total_cents: string;
  readonly valid_from: string;
  readonly valid_until: string;
  readonly days: string;
  readonly most: string;
  readonly points: string;
  readonly reward_unit: Unit;
  readonly reward_value: string;
  readonly bot_offers: boolean;
  readonly campaign_id: string;
}

export type Problems = Partial<Record<keyof Draft, string>>;

export const EMPTY: Draft = {
  name: "",
  kind: "percent",
  unit: "percent",
  value: "",
  currency: "EUR",
  min_total_cents: "",
  valid_from: "",
  valid_until: "",
  days: "",
  most: "",
  points: "",
  reward_unit: "percent",
  reward_value: "",
  bot_offers: false,
  campaign_id: "",
};

const WHOLE = 100;
const MOST = { days: 3660, most: 1_000_000_000, points: 1_000_000 };

/** Percent and amount say their unit themselves. */
export function unitOf({ kind, unit }: Pick<Draft, "kind" | "unit">): Unit {
  return kind === "percent" || kind === "amount" ? kind : unit;
}

/** The hub's own rules, said before the way there and back. */
export function problemsOf(draft: Draft): Problems {
  const problems: Problems = {};
  const say = (name: keyof Draft, problem: string | null) => {
    if (problem !== null) problems[name] = problem;
  };
  if (draft.name.trim() === "") problems.name = texts.problems.name;
  if (!/^[A-Z]{3}$/.test(draft.currency)) problems.currency = texts.problems.currency;
  say("value", worthProblem(draft.value, unitOf(draft)));
  if (draft.kind === "refer_friend") say("reward_value", worthProblem(draft.reward_value, draft.reward_unit));
  if (draft.min_total_cents !== "" && readCents(draft.min_total_cents) === null)
    problems.min_total_cents = texts.problems.amount;
  for (const name of ["days", "most", "points"] as const)
    if (draft[name] !== "" && whole(draft[name], MOST[name]) === null)
      problems[name] = texts.problems.whole(MOST[name]);
  if (draft.valid_from !== "" && draft.valid_until !== "" && draft.valid_from >= draft.valid_until)
    problems.valid_until = texts.refusals.before_valid_from;
  if (draft.kind === "early_bird" && draft.valid_until === "" && draft.most === "")
    problems.valid_until = texts.refusals.needs_an_end;
  return problems;
}

/** Fields left empty are not sent. */
export function bodyOf(draft: Draft): IncentiveBody {
  const unit = unitOf(draft);
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    unit,
    value: worth(draft.value, unit) ?? 0,
    currency: draft.currency,
    bot_offers: draft.bot_offers,
    ...(draft.min_total_cents ? { min_total_cents: readCents(draft.min_total_cents) ?? 0 } : {}),
    ...(draft.valid_from ? { valid_from: moment(draft.valid_from) } : {}),
    ...(draft.valid_until ? { valid_until: moment(draft.valid_until) } : {}),
    ...(draft.days ? { days: Number(draft.days) } : {}),
    ...(draft.most ? { most: Number(draft.most) } : {}),
    ...(draft.points ? { points: Number(draft.points) } : {}),
    ...(draft.kind === "refer_friend"
      ? { reward_unit: draft.reward_unit, reward_value: worth(draft.reward_value, draft.reward_unit) ?? 0 }
      : {}),
    ...(draft.campaign_id ? { campaign_id: draft.campaign_id } : {}),
  };
}

/** The hub refuses with one word a field; what has no wording here is its own sentence. */
export function refusedOf(fields: Readonly<Record<string, string>>): Problems {
  const known: Readonly<Record<string, string>> = texts.refusals;
  return Object.fromEntries(Object.entries(fields).map(([name, word]) => [name, known[word] ?? word]));
}

function worth(text: string, unit: Unit): number | null {
  return unit === "percent" ? whole(text, WHOLE) : readCents(text) || null;
}

function worthProblem(text: string, unit: Unit): string | null {
  if (worth(text, unit) !== null) return null;
  return unit === "percent" ? texts.problems.percent : texts.problems.amount;
}

function whole(text: string, most: number): number | null {
  const found = /^[1-9]\d{0,9}$/.test(text.trim()) ? Number(text) : null;
  return found !== null && found <= most ? found : null;
}

function moment(local: string): string {
  return new Date(local).toISOString();
}
