/** What an agent tells the bot on giving a chat back: what is new or different, and what holds no longer. */

import type { LearnedFact } from "../../wire/events.gen";
import type { KnownView } from "../../wire/rest.gen";

export interface LearnedRow {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  /** As it is remembered already; what was only heard in this dialogue is not. */
  readonly kept: string | null;
  /** Remembered, but it holds no longer. */
  readonly over: boolean;
}

export function rowsOf(known: readonly KnownView[]): LearnedRow[] {
  return known.map(({ key, answer, fact_id }, id) => ({
    id,
    key,
    value: answer,
    kept: fact_id ? answer : null,
    over: false,
  }));
}

export function withNew(rows: readonly LearnedRow[], key: string): LearnedRow[] {
  const id = Math.max(-1, ...rows.map((row) => row.id)) + 1;
  return [...rows, { id, key, value: "", kept: null, over: false }];
}

export function changed(
  rows: readonly LearnedRow[],
  id: number,
  change: Partial<Pick<LearnedRow, "key" | "value" | "over">>,
): LearnedRow[] {
  return rows.map((row) => (row.id === id ? { ...row, ...change } : row));
}

/** What is remembered is marked as over, so that it can be taken back; the rest is gone. */
export function without(rows: readonly LearnedRow[], id: number): LearnedRow[] {
  return changed(rows, id, { over: true }).filter((row) => row.id !== id || row.kept !== null);
}

export function learnedFrom(rows: readonly LearnedRow[]): LearnedFact[] {
  return rows.flatMap(({ key, value, kept, over }): LearnedFact[] => {
    const said = value.trim();
    if (kept !== null && (over || !said)) return [{ key, value: null }];
    return said && said !== kept ? [{ key, value: said }] : [];
  });
}
