/** A code for everybody while it is being written. */

import type { PublishedCodeBody } from "../../../wire/rest.gen";
import { publishedTexts } from "./published_texts";
import { texts } from "./texts";

export interface CodeDraft {
  readonly code: string;
  readonly most: string;
  readonly per_customer: string;
  readonly valid_from: string;
  readonly valid_until: string;
}

export type CodeProblems = Partial<Record<keyof CodeDraft, string>>;

export const NO_CODE: CodeDraft = { code: "", most: "", per_customer: "1", valid_from: "", valid_until: "" };

const MOST = 1_000_000_000;
const SHAPE = /^[A-Z0-9][A-Z0-9_-]{2,38}[A-Z0-9]$/;

/** The hub's own rules, said before the way there and back. */
export function codeProblems(draft: CodeDraft, now: Date): CodeProblems {
  const problems: CodeProblems = {};
  if (!SHAPE.test(draft.code.trim().toUpperCase())) problems.code = publishedTexts.problems.code;
  for (const name of ["most", "per_customer"] as const)
    if (draft[name].trim() !== "" && !isCount(draft[name])) problems[name] = texts.problems.whole(MOST);
  if (draft.valid_until !== "" && new Date(draft.valid_until) <= now)
    problems.valid_until = publishedTexts.problems.past;
  else if (draft.valid_from !== "" && draft.valid_until !== "" && draft.valid_from >= draft.valid_until)
    problems.valid_until = publishedTexts.refusals.before_valid_from;
  return problems;
}

/** Without a bound for each customer nobody has to be known. */
export function codeBody(draft: CodeDraft): PublishedCodeBody {
  const count = (text: string) => (text.trim() ? Number(text) : null);
  return {
    code: draft.code.trim().toUpperCase(),
    most: count(draft.most),
    per_customer: count(draft.per_customer),
    ...(draft.valid_from ? { valid_from: new Date(draft.valid_from).toISOString() } : {}),
    ...(draft.valid_until ? { valid_until: new Date(draft.valid_until).toISOString() } : {}),
  };
}

/** One word a field; what has no wording here is its own sentence. */
export function codeRefusals(fields: Readonly<Record<string, string>>): CodeProblems {
  const known: Readonly<Record<string, string>> = publishedTexts.refusals;
  return Object.fromEntries(Object.entries(fields).map(([name, word]) => [name, known[word] ?? word]));
}

function isCount(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text.trim()) && Number(text) <= MOST;
}
