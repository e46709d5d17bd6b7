/** When there is enough to say something, and when there will be. */

/** Below this many, a 95 % interval of a share is wider than 40 points and a verdict would be a guess. */
export const ENOUGH = 20;

export function isEnough(base: number): boolean {
  return base >= ENOUGH;
}

/** Days until `base` reaches `ENOUGH` if it goes on as in the last `days`; null when nothing came at all. */
export function daysUntilEnough(base: number, days: number): number | null {
  if (base <= 0 || days <= 0) return null;
  return Math.max(0, Math.ceil((ENOUGH - base) / (base / days)));
}
