import type { Writing } from "./model";

const PREFIX = "samtal.console.draft";

/** What was begun in each chat, kept in this browser until it is sent. */
export function loadDraft(conversationId: string, writing: Writing): string {
  try {
    return localStorage.getItem(keyOf(conversationId, writing)) ?? "";
  } catch {
    return "";
  }
}

export function saveDraft(conversationId: string, writing: Writing, text: string): void {
  try {
    if (text) localStorage.setItem(keyOf(conversationId, writing), text);
    else localStorage.removeItem(keyOf(conversationId, writing));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

/** Other people's words and half-written answers do not stay on a computer one signs out of. */
export function forgetDrafts(): void {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  for (const key of keys) localStorage.removeItem(key);
}

function keyOf(conversationId: string, writing: Writing): string {
  return `${PREFIX}.${conversationId}.${writing}`;
}
