/** What narrows a list of dialogues. It lives in the address, so a view can be linked, reloaded and gone back to. */

import { hubPeriod, type Period, periodParams } from "../measures/period";

export const FILTERS = [
  "q",
  "outcome",
  "status",
  "owner",
  "element",
  "campaign",
  "channel",
  "locale",
  "intent",
  "took",
  "handoff_reason",
  "rating",
  "agent_rating",
  "segment",
  "incentive",
  "contact",
  "experiment",
  "arm",
  "counted_by",
  "first_from",
  "first_to",
  "told",
  "about",
  "credit",
  "offer",
] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

export const OUTCOMES = [
  "bot_alone",
  "handed_off",
  "resolved",
  "unresolved",
  "rated",
  "returning",
  "memory_used",
  "missed",
  "asked_again",
  "bot_rated",
  "taken",
  "waited",
  "waited_alone",
  "answered",
  "ordered",
  "coupon",
  "redeemed",
] as const;
export const STATUSES = ["open", "snoozed", "resolved"] as const;
export const OWNERS = ["bot", "queue", "agent"] as const;
export const RATINGS = ["5", "4", "3", "2", "1"] as const;
export const HANDOFF_REASONS = [
  "visitor_asked",
  "not_understood",
  "needs_human",
  "complaint",
  "bot_starting",
  "bot_unavailable",
  "bot_timeout",
  "bot_empty",
  "bot_failed",
  "bot_busy",
  "bot_lost",
  "anger",
  "transfer",
] as const;

const CLOSED: Partial<Record<FilterName, readonly string[]>> = {
  outcome: OUTCOMES,
  status: STATUSES,
  owner: OWNERS,
  rating: RATINGS,
  agent_rating: RATINGS,
  handoff_reason: HANDOFF_REASONS,
};
const LONGEST = 200;

/** Reads the address; a value that cannot be is dropped rather than asked for. */
export function readFilters(params: URLSearchParams): Filters {
  const filters: Partial<Record<FilterName, string>> = {};
  for (const name of FILTERS) {
    const value = params.get(name)?.trim().slice(0, LONGEST);
    if (value && (CLOSED[name]?.includes(value) ?? true)) filters[name] = value;
  }
  return filters;
}

export function addressParams(period: Period, filters: Filters): URLSearchParams {
  return new URLSearchParams({ ...periodParams(period), ...given(filters) });
}

export function hubParams(period: Period, filters: Filters): URLSearchParams {
  return new URLSearchParams({ ...hubPeriod(period), ...given(filters) });
}

/** An empty value takes the filter away. */
export function withFilter(filters: Filters, name: FilterName, value: string): Filters {
  const { [name]: _, ...others } = filters;
  return value === "" ? others : { ...others, [name]: value };
}

export function hasFilters(filters: Filters): boolean {
  return Object.keys(given(filters)).length > 0;
}

/** An address below /marketing. */
export function address(path: string, period: Period, filters: Filters = {}): string {
  const query = addressParams(period, filters).toString();
  return query === "" ? path : `${path}?${query}`;
}

function given(filters: Filters): Record<string, string> {
  const pairs = FILTERS.flatMap((name) => {
    const value = filters[name];
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(pairs);
}
