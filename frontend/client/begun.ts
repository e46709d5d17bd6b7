import type { Keep } from "./keep";
import { tabId } from "./tabs";

/** The dialogue this browser was in last, for its other tabs and for the next page. */
export interface Begun {
  readonly id: string;
  /** What the visitor was greeted with before it began. */
  readonly greeting: string | null;
  /** Whether it was this tab that was in it. */
  readonly here?: boolean;
}

const KEY = "dialogue";

export function begun(keep: Keep): Begun | null {
  try {
    const {
      id,
      greeting = null,
      tab,
    } = JSON.parse(keep.get(KEY) ?? "{}") as Partial<Begun & { tab: string }>;
    return id ? { id, greeting, here: tab === tabId() } : null;
  } catch {
    return null;
  }
}

export function keepBegun(keep: Keep, dialogue: Begun | null): void {
  if (dialogue) keep.set(KEY, JSON.stringify({ ...dialogue, tab: tabId() }));
  else keep.remove(KEY);
}
