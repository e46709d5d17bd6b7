/** Periods of whole UTC days, as the hub counts them. */

export const PRESETS = [7, 30, 90] as const;
export type Preset = (typeof PRESETS)[number];

/** `from` is the first day and `until` the last, both inside; `preset` is null for dates picked by hand. */
export interface Period {
  readonly from: string;
  readonly until: string;
  readonly preset: Preset | null;
}

const DEFAULT: Preset = 30;
const DAY = 86_400_000;
/** As far as the hub counts in one go. */
const LONGEST = 1100;

/** Today's date in UTC. */
export function todayUtc(now: Date = new Date()): string {
  return now.toISOString().slice(0, 10);
}

export function lastDays(preset: Preset, today: string): Period {
  return { from: addDays(today, 1 - preset), until: today, preset };
}

/** What the address says; anything it says wrongly gives the default period. */
export function readPeriod(params: URLSearchParams, today: string): Period {
  const from = params.get("from");
  const until = params.get("until");
  if (from !== null && until !== null) {
    const period = pickedPeriod(from, until);
    if (period !== null) return period;
  }
  const preset = PRESETS.find((days) => String(days) === params.get("days"));
  return lastDays(preset ?? DEFAULT, today);
}

/** Two dates picked by hand, in either order; null when one is no date or the span is out of reason. */
export function pickedPeriod(one: string, other: string): Period | null {
  if (!isDay(one) || !isDay(other)) return null;
  const [from, until] = one <= other ? [one, other] : [other, one];
  const period = { from, until, preset: null };
  return lengthInDays(period) <= LONGEST ? period : null;
}

/** How the address says it; the default is left unsaid. */
export function periodParams(period: Period): Record<string, string> {
  if (period.preset === DEFAULT) return {};
  if (period.preset !== null) return { days: String(period.preset) };
  return { from: period.from, until: period.until };
}

/** The same view on any later day: dates in the place of "the last so many days". */
export function fixedAddress(href: string, { from, until }: Period): string {
  const address = new URL(href);
  address.searchParams.delete("days");
  address.searchParams.set("from", from);
  address.searchParams.set("until", until);
  return address.href;
}

/** How the hub is asked: `to` is the first day no longer inside. */
export function hubPeriod(period: Period): { from: string; to: string } {
  return { from: period.from, to: addDays(period.until, 1) };
}

/** The equally long period right before. */
export function previousPeriod(period: Period): Period {
  const days = lengthInDays(period);
  return { from: addDays(period.from, -days), until: addDays(period.from, -1), preset: null };
}

/** A year by whole weeks, so that Mondays are compared with Mondays. */
const YEAR = 364;

/** What a period is compared with: the one right before, 52 weeks earlier, or an equally long one from a day on. */
export type Against = "before" | "year" | { readonly from: string };

export function readAgainst(said: string | null): Against {
  if (said === "year") return said;
  return said !== null && isDay(said) ? { from: said } : "before";
}

export function comparedPeriod(period: Period, against: Against): Period {
  if (against === "before") return previousPeriod(period);
  const from = against === "year" ? addDays(period.from, -YEAR) : against.from;
  return { from, until: addDays(from, lengthInDays(period) - 1), preset: null };
}

export function lengthInDays(period: Period): number {
  return (toTime(period.until) - toTime(period.from)) / DAY + 1;
}

/** Days of the period that have begun, so that a period reaching into the future is not called empty. */
export function elapsedDays(period: Period, today: string): number {
  const until = period.until < today ? period.until : today;
  return Math.max(0, lengthInDays({ ...period, until }));
}

export function eachDay(period: Period): string[] {
  return Array.from({ length: lengthInDays(period) }, (_, index) => addDays(period.from, index));
}

export function addDays(day: string, count: number): string {
  return new Date(toTime(day) + count * DAY).toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

function toTime(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
