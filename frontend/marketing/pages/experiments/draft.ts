/** An experiment as its form has it, and as the hub has it. */

import type { ExperimentBody, ExperimentView, PlanBody, VariantBody } from "../../../wire/rest.gen";
import { oneDecimal } from "../../measures/format";
import { words } from "./texts";

export type Kind = "greeting" | "replies" | "factorial";
export type Goal = "dialogue" | "resolved" | "coupon" | "redeemed" | "order";
export const KINDS: readonly Kind[] = ["greeting", "replies", "factorial"];
export const GOALS: readonly Goal[] = ["dialogue", "resolved", "coupon", "redeemed", "order"];
export const MOST_VARIANTS = 8;

/** Numbers as they are typed; `replies` one a line. What does not vary is the first of its list. */
export interface Draft {
  readonly inbox: string;
  readonly name: string;
  readonly kind: Kind;
  readonly greetings: readonly string[];
  readonly replies: readonly string[];
  readonly weights: readonly string[];
  readonly goal: Goal;
  readonly baseline: string;
  readonly effect: string;
  readonly window: string;
  readonly perDay: string;
}

export type Problems = Readonly<Record<string, string>>;

export function fresh(inbox: string, greeting: string): Draft {
  return {
    inbox,
    name: "",
    kind: "greeting",
    greetings: [greeting, ""],
    replies: ["", ""],
    weights: ["50", "50"],
    goal: "dialogue",
    baseline: "",
    effect: "5",
    window: "24",
    perDay: "",
  };
}

export function fromView(view: ExperimentView): Draft {
  const greetings = unique(view.variants.map(({ greeting }) => greeting));
  const replies = unique(view.variants.map((variant) => (variant.replies ?? []).join("\n")));
  const kind = view.design === "factorial" ? "factorial" : greetings.length > 1 ? "greeting" : "replies";
  const goal = GOALS.find((known) => known === view.goal) ?? "dialogue";
  return {
    inbox: view.inbox,
    name: view.name,
    kind,
    greetings: padded(greetings),
    replies: padded(replies),
    weights: kind === "factorial" ? ["50", "50"] : view.variants.map(({ weight }) => typed(100 * weight)),
    goal,
    baseline: typed(100 * view.baseline),
    effect: typed(100 * view.effect),
    window: String(view.window_hours),
    perDay: "",
  };
}

/** A, B, C … */
export function letter(place: number): string {
  return String.fromCharCode("A".charCodeAt(0) + place);
}

export function variantsOf({ kind, greetings, replies, weights }: Draft): VariantBody[] {
  if (kind !== "factorial")
    return weights.map((weight, place) => ({
      name: letter(place),
      weight: Number(weight) / 100,
      greeting: (kind === "greeting" ? greetings[place] : greetings[0])?.trim() ?? "",
      replies: lines((kind === "replies" ? replies[place] : replies[0]) ?? ""),
    }));
  return greetings.flatMap((greeting, first) =>
    replies.map((offered, second) => ({
      name: `${letter(first)}${second + 1}`,
      weight: 1 / (greetings.length * replies.length),
      greeting: greeting.trim(),
      replies: lines(offered),
    })),
  );
}

/** `baseline` is what the form or the calculator knows. */
export function bodyOf(draft: Draft, baseline: number): ExperimentBody {
  return {
    inbox: draft.inbox,
    name: draft.name.trim(),
    design: draft.kind === "factorial" ? "factorial" : "ab",
    variants: variantsOf(draft),
    goal: draft.goal,
    effect: Number(draft.effect) / 100,
    baseline,
    window_hours: Number(draft.window),
  };
}

/** None while a number is missing that the calculation needs. */
export function planOf(draft: Draft): PlanBody | null {
  const weights = variantsOf(draft).map(({ weight }) => weight);
  const problems = problemsOf(draft);
  if (problems.weights || problems.effect || problems.window || problems.baseline || problems.perDay)
    return null;
  return {
    inbox: draft.inbox,
    design: draft.kind === "factorial" ? "factorial" : "ab",
    weights,
    goal: draft.goal,
    effect: Number(draft.effect) / 100,
    window_hours: Number(draft.window),
    baseline: draft.baseline === "" ? null : Number(draft.baseline) / 100,
    per_day: draft.perDay === "" ? null : Number(draft.perDay),
  };
}

/** What can be said without asking the hub. */
export function problemsOf(draft: Draft): Problems {
  const { form } = words;
  const found: Record<string, string> = {};
  const within = (name: "baseline" | "effect" | "window" | "perDay", low: number, high: number) => {
    const value = Number(draft[name]);
    if (draft[name].trim() === "" || Number.isNaN(value)) found[name] = form.numberMissing;
    else if (value < low || value > high) found[name] = form.numberBetween(low, high);
  };
  if (draft.name.trim() === "") found.name = form.textMissing;
  const shown = draft.kind === "replies" ? draft.greetings.slice(0, 1) : draft.greetings;
  shown.forEach((greeting, place) => {
    if (greeting.trim() === "") found[`greeting${place}`] = form.textMissing;
  });
  if (draft.kind !== "factorial") {
    const sum = draft.weights.reduce((total, weight) => total + Number(weight), 0);
    if (!(Math.abs(sum - 100) < 1e-6)) found.weights = form.sum(oneDecimal(sum));
    if (draft.weights.some((weight) => !(Number(weight) >= 1))) found.weights ??= form.numberBetween(1, 99);
  }
  within("effect", 0.1, 50);
  within("window", 1, 2160);
  if (draft.baseline !== "") within("baseline", 0.1, 99.9);
  if (draft.perDay !== "") within("perDay", 0.1, 1e9);
  return found;
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function padded(values: readonly string[]): string[] {
  return values.length > 1 ? [...values] : [...values, ""];
}

/** Without the dust of binary fractions. */
function typed(value: number): string {
  return String(Number(value.toFixed(6)));
}
