/** How sure a share, a difference or a mean is: 95 % intervals that hold for small counts too. */

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Estimate extends Interval {
  readonly value: number;
}

const Z95 = 1.959964;

/**
 * For verdicts on six figures at once. Each of six 95 % verdicts is wrong one time in twenty, so one page in four
 * would report a change that never was; at 0.05 / 6 each, hardly more than one in twenty does.
 */
export const Z_VERDICT = 2.638257;

/** Wilson's score interval of `count` out of `base`; stays inside 0..1 where the textbook formula does not. */
export function wilson(count: number, base: number, z = Z95): Estimate | null {
  if (base <= 0 || count < 0 || count > base) return null;
  const share = count / base;
  const spread = (z * z) / base;
  const centre = share + spread / 2;
  const half = z * Math.sqrt((share * (1 - share)) / base + spread / (4 * base));
  return {
    value: share,
    low: Math.max(0, (centre - half) / (1 + spread)),
    high: Math.min(1, (centre + half) / (1 + spread)),
  };
}

/** Interval of a difference of two independent estimates; of Wilson intervals it is Newcombe's, of means the usual. */
export function difference(now: Estimate, before: Estimate): Estimate {
  const value = now.value - before.value;
  return {
    value,
    low: value - Math.hypot(now.value - now.low, before.high - before.value),
    high: value + Math.hypot(now.high - now.value, before.value - before.low),
  };
}

/**
 * Interval of `now / before` for two counts gathered over equally long periods. Given their sum, `now` is a
 * binomial share of it, so Wilson serves again: share p means a ratio p / (1 - p).
 */
export function countRatio(now: number, before: number, z = Z95): Estimate | null {
  const share = wilson(now, now + before, z);
  if (share === null || before === 0) return null;
  return { value: now / before, low: odds(share.low), high: odds(share.high) };
}

/** Mean of ratings given as counts per score, with a normal interval that never leaves the scale. */
export function meanRating(counts: ReadonlyMap<number, number>, z = Z95): Estimate | null {
  const scores = [...counts].filter(([, count]) => count > 0);
  const total = scores.reduce((sum, [, count]) => sum + count, 0);
  if (total < 2) return null;
  const mean = scores.reduce((sum, [score, count]) => sum + score * count, 0) / total;
  const squares = scores.reduce((sum, [score, count]) => sum + count * (score - mean) ** 2, 0);
  const half = z * Math.sqrt(squares / (total - 1) / total);
  return { value: mean, low: Math.max(1, mean - half), high: Math.min(5, mean + half) };
}

/** Whether an interval of a difference lies wholly on one side of `neutral`. */
export function direction(estimate: Interval, neutral = 0): "up" | "down" | "unclear" {
  if (estimate.low > neutral) return "up";
  return estimate.high < neutral ? "down" : "unclear";
}

function odds(share: number): number {
  return share >= 1 ? Number.POSITIVE_INFINITY : share / (1 - share);
}
