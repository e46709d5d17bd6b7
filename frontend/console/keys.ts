/** The keyboard: which key asks for what. */

export type Shortcut =
  | "next"
  | "previous"
  | "accept"
  | "reply"
  | "note"
  | "canned"
  | "give"
  | "transfer"
  | "return"
  | "resolve"
  | "remember"
  | "help"
  | "palette";

export const KEYS: Readonly<Record<string, Shortcut>> = {
  j: "next",
  k: "previous",
  a: "accept",
  r: "reply",
  n: "note",
  "/": "canned",
  c: "give",
  t: "transfer",
  b: "return",
  e: "resolve",
  m: "remember",
  "?": "help",
};

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "target">;

/** What a key press asks for; plain letters ask for nothing while somebody writes. */
export function shortcutOf(press: Press): Shortcut | null {
  if (press.isComposing || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === "k" ? "palette" : null;
  if (isWriting(press.target)) return null;
  return KEYS[press.key] ?? null;
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest("input, textarea, select, dialog[open]") !== null;
}
