import { type Period, todayUtc } from "../../measures/period";
import { address, type Filters } from "../../places/filters";

/** The dialogues of something since it was made, which is what its counts count. */
export function sinceAddress(createdAt: string, filters: Filters, today: string = todayUtc()): string {
  const period: Period = { from: createdAt.slice(0, 10), until: today, preset: null };
  return address("/dialogues", period, filters);
}
