/** What an experiment says in words. */

import type { ComparedView, EstimateView, ExperimentReport, ExperimentView } from "../../../wire/rest.gen";
import { oneDecimal } from "../../measures/format";
import type { Filters } from "../../places/filters";
import { words } from "./texts";

export type OutcomeKey = ExperimentView["goal"];

/** The one sentence at the top. */
export function sentence(report: ExperimentReport): string {
  const { finding, experiment, compared } = report;
  const said = words.findings;
  if (finding === "harm") return said.harm(harmsOf(compared));
  if (finding === "alike") return said.alike(oneDecimal(100 * experiment.effect));
  if (finding === "unclear" && experiment.state === "ended") return said.endedUnclear;
  if (finding === "uneven" || finding === "unclear" || finding === "few") return said[finding];
  const best = compared
    .filter(({ verdict }) => verdict === finding)
    .sort((one, other) => Math.abs(liftOf(other)) - Math.abs(liftOf(one)))[0];
  const lift = best?.lifts.find(({ key }) => key === experiment.goal)?.estimate;
  if (!best || !lift) return said.unclear;
  return said[finding](sideOf(report, best, "other"), liftText(experiment.goal, lift));
}

/** What is compared: a variant, or in a factorial test all that have one value of the element. */
export function sideOf(report: ExperimentReport, one: ComparedView, side: "base" | "other"): string {
  const places = one[side];
  const first = report.experiment.variants[places[0] ?? 0];
  if (report.experiment.design === "ab") return first?.name ?? "";
  const value = one.element === "greeting" ? first?.greeting : first?.replies?.join(" · ");
  return value ? `“${value}”` : words.noReplies;
}

/** A share in per cent, a rating as it was given. */
export function valueText(key: OutcomeKey, value: number): string {
  return key === "rating" ? oneDecimal(value) : percent(value);
}

/** With its sign. */
export function liftText(key: OutcomeKey, { value, low, high }: EstimateView): string {
  const say = (number: number) => signed(key === "rating" ? number : 100 * number);
  const said = words.report.interval(say(value), say(low), say(high));
  return key === "rating" ? said : words.report.points(said);
}

export function percent(value: number): string {
  if (value > 0 && value < 0.0005) return `< ${oneDecimal(0.1)}%`;
  return `${oneDecimal(100 * value)}%`;
}

/** The dialogues that a figure counts. */
export function behind(report: ExperimentReport, arm: number, key: OutcomeKey): Filters {
  const counted = { experiment: report.experiment.id, arm: String(arm), counted_by: report.as_of };
  const outcome = {
    dialogue: undefined,
    resolved: "resolved",
    coupon: "coupon",
    redeemed: "redeemed",
    order: "ordered",
    handoff: "handed_off",
    rating: "rated",
  }[key];
  return outcome ? { ...counted, outcome } : counted;
}

function harmsOf(compared: readonly ComparedView[]): string {
  const keys = new Set(
    compared.flatMap(({ lifts }) => lifts.filter(({ harmed }) => harmed).map(({ key }) => key)),
  );
  return (["handoff", "rating"] as const)
    .filter((key) => keys.has(key))
    .map((key) => words.harms[key])
    .join(", ");
}

function liftOf({ lifts }: ComparedView): number {
  return lifts[0]?.estimate?.value ?? 0;
}

function signed(value: number): string {
  const text = oneDecimal(Math.abs(value));
  if (text === oneDecimal(0)) return text;
  return value > 0 ? `+${text}` : `−${text}`;
}
