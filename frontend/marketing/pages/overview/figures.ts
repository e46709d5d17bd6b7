/** The overview's figures: each with its base, its uncertainty, what it was before, and the dialogues behind it. */

import type { Overview } from "../../../wire/rest.gen";
import { isEnough } from "../../measures/evidence";
import {
  countRatio,
  difference,
  direction,
  type Estimate,
  type Interval,
  meanRating,
  wilson,
  Z_VERDICT,
} from "../../measures/interval";
import type { Filters } from "../../places/filters";
import type { texts } from "../../texts";

type Behind = Readonly<Partial<Record<FigureKey, Filters>>>;
export type FigureKey = keyof typeof texts.figures;

/** What was measured; `base` is how many it is measured on. */
export type Reading =
  | { readonly kind: "count"; readonly base: number }
  | {
      readonly kind: "share";
      readonly count: number;
      readonly base: number;
      readonly estimate: Estimate | null;
    }
  | {
      readonly kind: "mean";
      readonly value: number | null;
      readonly base: number;
      readonly interval: Interval | null;
      readonly scores: ReadonlyMap<number, number>;
    }
  /** A share of things that are not independent of each other (replies of one dialogue), so without an interval. */
  | { readonly kind: "part"; readonly count: number; readonly base: number; readonly dialogues: number }
  | { readonly kind: "seconds"; readonly value: number | null; readonly base: number };

/** `few`: one of the two periods has too little for a verdict; `untested`: nothing we hold an interval for. */
export type Change = "up" | "down" | "unclear" | "few" | "untested";

export interface Figure {
  readonly key: FigureKey;
  readonly reading: Reading;
  readonly before: Reading | null;
  readonly change: Change;
  readonly behind: Filters;
}

const BEHIND = {
  dialogues: {},
  bot_alone: { outcome: "bot_alone" },
  handed_off: { outcome: "handed_off" },
  resolved: { outcome: "resolved" },
  rating: { outcome: "rated" },
  first_reply: { outcome: "answered" },
  agent_reply: { outcome: "waited" },
  returning: { outcome: "returning" },
  memory_used: { outcome: "memory_used" },
} satisfies Behind;
type OverviewKey = keyof typeof BEHIND;

export function figuresOf(now: Overview, before: Overview | null): Figure[] {
  return beside(BEHIND, readings(now), before === null ? null : readings(before));
}

/** What was read, beside what was read of another period. */
export function beside<Key extends FigureKey>(
  behind: Readonly<Record<Key, Filters>>,
  now: Readonly<Record<Key, Reading>>,
  before: Readonly<Record<Key, Reading>> | null,
): Figure[] {
  return (Object.keys(behind) as Key[]).map((key) => {
    const reading = now[key];
    const previous = before?.[key] ?? null;
    return { key, reading, before: previous, change: changeOf(reading, previous), behind: behind[key] };
  });
}

/** Whether there is enough to show more than the bare counts. */
export function canTell(reading: Reading): boolean {
  return reading.kind === "count" || isEnough(reading.base);
}

export function changeOf(now: Reading, before: Reading | null): Change {
  if (before === null) return "few";
  if (now.kind === "count" && before.kind === "count") return countChange(now.base, before.base);
  if (!isEnough(now.base) || !isEnough(before.base)) return "few";
  if (now.kind === "share" && before.kind === "share")
    return differs(wilson(now.count, now.base, Z_VERDICT), wilson(before.count, before.base, Z_VERDICT));
  if (now.kind === "mean" && before.kind === "mean")
    return differs(meanRating(now.scores, Z_VERDICT), meanRating(before.scores, Z_VERDICT));
  return "untested";
}

function readings(overview: Overview): Record<OverviewKey, Reading> {
  const { dialogues, resolved } = overview;
  return {
    dialogues: { kind: "count", base: dialogues },
    bot_alone: shareOf(overview.resolved_without_human, resolved),
    handed_off: shareOf(overview.handed_off, dialogues),
    resolved: shareOf(resolved, dialogues),
    rating: ratingOf(overview),
    first_reply: {
      kind: "seconds",
      value: overview.first_reply_median_seconds,
      base: overview.first_replies,
    },
    agent_reply: {
      kind: "seconds",
      value: overview.agent_reply_median_seconds,
      base: overview.agent_replies,
    },
    returning: shareOf(overview.returning_contacts, overview.contacts),
    memory_used: {
      kind: "part",
      count: overview.facts_used,
      base: overview.bot_messages,
      dialogues: overview.memory_used,
    },
  };
}

export function shareOf(count: number, base: number): Reading {
  return { kind: "share", count, base, estimate: wilson(count, base) };
}

export function ratingOf({
  rated,
  rating_mean,
  ratings,
}: Pick<Overview, "rated" | "rating_mean" | "ratings">): Reading {
  const scores = new Map(ratings.map(({ key, count }) => [Number(key), count]));
  return { kind: "mean", value: rating_mean, base: rated, interval: meanRating(scores), scores };
}

function countChange(now: number, before: number): Change {
  if (!isEnough(now + before)) return "few";
  const ratio = countRatio(now, before, Z_VERDICT);
  // Nothing before and enough now: any ratio is beyond chance, though it has no number.
  return ratio === null ? "up" : direction(ratio, 1);
}

/** The same way of joining two intervals serves shares and means: independent errors add as squares. */
function differs(now: Estimate | null, before: Estimate | null): Change {
  return now === null || before === null ? "few" : direction(difference(now, before));
}
