/** The `/word` being typed before the caret, and what it may stand for. */

import type { CannedReplyView } from "../../wire/rest.gen";

const SLASH_WORD = /(?:^|\s)\/([a-z0-9_-]*)$/i;

export interface SlashWord {
  readonly start: number;
  readonly word: string;
}

export function slashWordAt(text: string, caret: number): SlashWord | null {
  const match = SLASH_WORD.exec(text.slice(0, caret));
  if (!match) return null;
  const word = match[1] ?? "";
  return { start: caret - word.length - 1, word: word.toLowerCase() };
}

/** Shortcuts that begin with the word come first, then whatever contains it. */
export function matching(replies: readonly CannedReplyView[], word: string): CannedReplyView[] {
  const begins = replies.filter(({ shortcut }) => shortcut.startsWith(word));
  const contains = replies.filter(
    ({ shortcut, text }) =>
      !shortcut.startsWith(word) && (shortcut.includes(word) || text.toLowerCase().includes(word)),
  );
  return [...begins, ...contains];
}
