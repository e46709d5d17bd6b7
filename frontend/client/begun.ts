import type { Keep } from "./keep";

/** The dialogue this browser was in last, for its other tabs and for the next page. */
export interface Begun {
  readonly id: string;
  /** What the visitor was greeted with before it began. */
  readonly greeting: string | null;
}

const KEY = "dialogue";

export function begun(keep: Keep): Begun | null {
  try {
    const { id, greeting = null } = JSON.parse(keep.get(KEY) ?? "{}") as Partial<Begun>;
    return id ? { id, greeting } : null;
  } catch {
    return null;
  }
}

export function keepBegun(keep: Keep, dialogue: Begun | null): void {
  if (dialogue) keep.set(KEY, JSON.stringify(dialogue));
  else keep.remove(KEY);
}
