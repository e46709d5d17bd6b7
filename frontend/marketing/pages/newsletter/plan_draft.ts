/** A plan as it is written in the form, and as the hub takes it. */

import type { CampaignPlanBody, CampaignPlanView } from "../../../wire/rest.gen";
import { readCents, writeCents } from "../../measures/amount";
import { LANGUAGES, texts } from "./texts";

export type Language = keyof typeof LANGUAGES;

export interface Wording {
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
}

export interface PlanDraft {
  readonly segment: string;
  readonly element: string;
  readonly starts: string;
  readonly zone: string;
  readonly capCount: string;
  readonly capDays: string;
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly budget: string;
  readonly perThousand: string;
  readonly currency: string;
  readonly words: readonly Wording[];
}

export type Problems = Partial<Record<keyof PlanDraft, string>>;

const HOUR = 60;

export function draftOf(plan: CampaignPlanView): PlanDraft {
  const words = Object.entries(plan.newsletter).map(([language, { subject, text }]) => ({
    language: language as Language,
    subject,
    text,
  }));
  return {
    segment: plan.segment_id ?? "",
    element: plan.element ?? "",
    starts: plan.starts_at ?? "",
    zone: !plan.starts_at && plan.zone === "UTC" ? ownZone() : plan.zone,
    capCount: plan.cap ? String(plan.cap.count) : "",
    capDays: plan.cap ? String(plan.cap.days) : "",
    quietFrom: plan.quiet ? clock(plan.quiet.start) : "",
    quietUntil: plan.quiet ? clock(plan.quiet.end) : "",
    budget: amountOf(plan.budget_cents),
    perThousand: amountOf(plan.cents_per_thousand),
    currency: plan.currency ?? "EUR",
    words: words.length > 0 ? words : [{ language: "en", subject: "", text: "" }],
  };
}

export function problemsOf(draft: PlanDraft): Problems {
  const problems: Problems = {};
  const count = (name: "capCount" | "capDays") => {
    if (draft[name] !== "" && !/^[1-9]\d{0,2}$/.test(draft[name])) problems[name] = texts.numberInvalid;
  };
  const amount = (name: "budget" | "perThousand") => {
    if (draft[name] !== "" && readCents(draft[name]) === null) problems[name] = texts.amountInvalid;
  };
  count("capCount");
  count("capDays");
  amount("budget");
  amount("perThousand");
  for (const [one, other] of [
    ["capCount", "capDays"],
    ["quietFrom", "quietUntil"],
    ["budget", "perThousand"],
  ] as const)
    if ((draft[one] === "") !== (draft[other] === "")) problems[other] ??= texts.bothOrNone;
  return problems;
}

/** What was left empty does not bound anything; a language without words is none. */
export function bodyOf(draft: PlanDraft): CampaignPlanBody {
  const written = draft.words.filter(({ subject, text }) => subject.trim() !== "" && text.trim() !== "");
  const budget = draft.budget === "" ? null : readCents(draft.budget);
  return {
    segment_id: draft.segment || null,
    element: draft.element || null,
    starts_at: draft.starts || null,
    zone: draft.zone,
    cap: draft.capCount === "" ? null : { count: Number(draft.capCount), days: Number(draft.capDays) },
    quiet:
      draft.quietFrom === "" ? null : { start: minutes(draft.quietFrom), end: minutes(draft.quietUntil) },
    budget_cents: budget,
    cents_per_thousand: draft.perThousand === "" ? null : readCents(draft.perThousand),
    currency: budget === null ? null : draft.currency,
    newsletter: Object.fromEntries(
      written.map(({ language, subject, text }) => [language, { subject: subject.trim(), text }]),
    ),
  };
}

export function nextLanguage(words: readonly Wording[]): Language | null {
  const taken = new Set<string>(words.map(({ language }) => language));
  return (Object.keys(LANGUAGES) as Language[]).find((language) => !taken.has(language)) ?? null;
}

export function zones(): readonly string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

function amountOf(cents: number | null | undefined): string {
  return cents === null || cents === undefined ? "" : writeCents(cents);
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

function clock(minute: number): string {
  const [hours, rest] = [Math.floor(minute / HOUR) % 24, minute % HOUR];
  return `${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}

function minutes(time: string): number {
  const [hours, rest] = time.split(":").map(Number);
  return (hours ?? 0) * HOUR + (rest ?? 0);
}
