/** What can be given to a contact, and what is said with it. */

import { stateOf } from "../../client/incentive_state";
import type { IncentiveView } from "../../wire/rest.gen";
import { t } from "../texts";

const CENTS = 100;
const MOST_POINTS = 1_000_000;

export function running(incentives: readonly IncentiveView[], now: Date): IncentiveView[] {
  return incentives.filter((incentive) => stateOf(incentive, now) === "running");
}

/** "10% off", "€20.00 back". */
export function worthOf({ kind, unit, value, currency }: IncentiveView): string {
  const format =
    unit === "percent" ? { style: "percent" as const } : { style: "currency" as const, currency };
  const worth = new Intl.NumberFormat("en", format).format(value / CENTS);
  return kind === "money_back" ? t.giveMoneyBack(worth) : t.giveOff(worth);
}

/** In the dialogue's language where we speak it. */
export function wordsFor(locale: string): string {
  const [language = ""] = locale.toLowerCase().split("-");
  return t.couponWords[language] ?? t.couponWords.en ?? "";
}

export function messageOf(words: string, code: string): string {
  return [words.trim(), code].filter(Boolean).join(" ");
}

export function pointsOf(text: string): number | null {
  const found = /^[+-]?\d{1,7}$/.test(text.trim()) ? Number(text) : 0;
  return found !== 0 && Math.abs(found) <= MOST_POINTS ? found : null;
}
