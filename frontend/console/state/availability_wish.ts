import type { Availability } from "./model";
import { keep, kept } from "./settings";

const KEY = "samtal.console.availability";

/** What the agent last chose; said again after every connection, because the hub forgets who vanished. */
export function wishedAvailability(): Availability | undefined {
  const { state } = kept(KEY);
  return state === "online" || state === "away" || state === "offline" ? state : undefined;
}

export function wishAvailability(state: Availability): void {
  keep(KEY, { state });
}
