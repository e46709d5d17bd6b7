/** Whether coupons of an incentive can be had. */

import type { IncentiveView } from "../wire/rest.gen";

export type State = "running" | "waiting" | "over" | "used_up" | "closed";

/** As the hub judges it when a coupon is asked for. */
export function stateOf(
  { closed_at, valid_from, valid_until, most, minted }: IncentiveView,
  now: Date,
): State {
  if (closed_at) return "closed";
  if (valid_until && new Date(valid_until) <= now) return "over";
  if (valid_from && new Date(valid_from) > now) return "waiting";
  return most && minted >= most ? "used_up" : "running";
}
