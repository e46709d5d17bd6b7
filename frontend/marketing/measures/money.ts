/** Sums as the hub gives them, in cents. */

import { readersLocale } from "./format";

const CENTS = 100;
const LOCALE = readersLocale(typeof navigator === "undefined" ? "" : navigator.language);
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });

/** Without a currency where the shop's is not known; the pages then need not name it. */
export function money(cents: number, currency: string | null = null): string {
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return whole.format(cents / CENTS);
  const style = { style: "currency", currency, maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(LOCALE, style).format(cents / CENTS);
}
