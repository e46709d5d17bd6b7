/** Sums as the hub gives them, in cents; the shop has one currency and the pages need not name it. */

import { readersLocale } from "./format";

const CENTS = 100;
const whole = new Intl.NumberFormat(
  readersLocale(typeof navigator === "undefined" ? "" : navigator.language),
  {
    maximumFractionDigits: 0,
  },
);

export function money(cents: number): string {
  return whole.format(cents / CENTS);
}
