/** Amounts as the reader's English writes them; the hub counts in hundredths. */

import { readersLocale } from "./format";

const LOCALE = readersLocale(typeof navigator === "undefined" ? "" : navigator.language);

export function money(cents: number, currency: string): string {
  const whole = Math.abs(cents) >= 10_000 && Number.isInteger(cents / 100);
  const format = { style: "currency", currency, ...(whole ? { maximumFractionDigits: 0 } : {}) } as const;
  return new Intl.NumberFormat(LOCALE, format).format(cents / 100);
}

/** "320", "320.5" or "320,50" in hundredths; null for anything else. */
export function readCents(text: string): number | null {
  const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : null;
}

export function writeCents(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
}
