/** A contact's history in words, for the console and the marketing pages. */

import type { HistoryEntryView } from "../wire/rest.gen";

export type HistoryKind = HistoryEntryView["kind"];

export const historyKinds: Readonly<Record<HistoryKind, string>> = {
  call_note: "Call note",
  dialogue: "Dialogue",
  order: "Order",
  coupon_redeemed: "Coupon used",
  coupon_given: "Coupon given",
  points: "Points",
  mail: "E-mail",
  newsletter: "Newsletter",
  consent: "Consent",
  reveal: "Revealed",
};

const STATES: Readonly<Record<string, string>> = {
  open: "open",
  snoozed: "snoozed",
  resolved: "resolved",
  placed: "placed",
  packed: "packed",
  shipped: "on its way",
  delivered: "delivered",
  cancelled: "cancelled",
  returned: "sent back",
  sent: "sent",
  failed: "not delivered",
  bounced: "came back",
  unknown: "sent, whether it arrived is not known",
  granted: "given",
  withdrawn: "withdrawn",
};

const PURPOSES: Readonly<Record<string, string>> = {
  memory: "to be remembered",
  analytics: "to be counted",
  marketing: "to get offers",
};

/** What happened, in one line; words of people are apart from it. */
export function historyLine(
  entry: HistoryEntryView,
  money: (cents: number, currency: string) => string,
): string {
  const { kind, name, number, state, cents, currency, points, by } = entry;
  const sum = typeof cents === "number" && currency ? money(cents, currency) : undefined;
  const word = state ? (STATES[state] ?? state) : undefined;
  const parts: Readonly<Record<HistoryKind, readonly (string | null | undefined | false)[]>> = {
    call_note: [by],
    dialogue: [word],
    order: [number && `#${number}`, name, sum, word],
    coupon_redeemed: [name, number, sum && `${sum} off`],
    coupon_given: [name, number],
    points: [typeof points === "number" && (points > 0 ? `+${points}` : `−${-points}`)],
    mail: [word],
    newsletter: [name, word],
    consent: [name && (PURPOSES[name] ?? name), word],
    reveal: [by],
  };
  return parts[kind].filter((part) => typeof part === "string" && part !== "").join(" · ");
}
