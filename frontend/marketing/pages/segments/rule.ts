/** A rule as it is being written: like the hub's, but what is missing may be missing yet. */

import type { SegmentFieldView } from "../../../wire/rest.gen";

export const GROUPS = ["all", "any", "none"] as const;
export type GroupHow = (typeof GROUPS)[number];

export interface ConditionDraft {
  readonly key: number;
  readonly field: string;
  readonly is: string;
  /** As typed. */
  readonly value: string;
  readonly withinDays: number | null;
}

export interface GroupDraft {
  readonly key: number;
  readonly how: GroupHow;
  readonly parts: readonly Draft[];
}

export type Draft = ConditionDraft | GroupDraft;
export type Rule = Record<string, unknown>;
export type Fields = ReadonlyMap<string, SegmentFieldView>;

const WITHOUT_VALUE = new Set(["known", "unknown", "never"]);
const NUMBERS = new Set(["count", "since"]);
let keys = 0;

export function isGroup(draft: Draft): draft is GroupDraft {
  return "how" in draft;
}

export function emptyCondition(): ConditionDraft {
  return { key: ++keys, field: "", is: "", value: "", withinDays: null };
}

export function emptyGroup(how: GroupHow = "all"): GroupDraft {
  return { key: ++keys, how, parts: [emptyCondition()] };
}

/** Another field keeps nothing of the old comparison, which may make no sense for it. */
export function onField(draft: ConditionDraft, field: SegmentFieldView | undefined): ConditionDraft {
  const is = field?.tests[0] ?? "";
  return {
    ...draft,
    field: field?.name ?? "",
    is,
    value: field?.kind === "flag" ? "true" : "",
    withinDays: null,
  };
}

export function needsValue(is: string): boolean {
  return is !== "" && !WITHOUT_VALUE.has(is);
}

/** The rule for the hub, or null while something is missing. */
export function toRule(draft: Draft, fields: Fields): Rule | null {
  if (isGroup(draft)) {
    const parts = draft.parts.map((part) => toRule(part, fields));
    return parts.length > 0 && parts.every((part) => part !== null) ? { [draft.how]: parts } : null;
  }
  const kind = fields.get(draft.field)?.kind;
  if (kind === undefined || draft.is === "") return null;
  // In the order the hub writes them, so that an unchanged rule is the same text.
  const base = { field: draft.field, is: draft.is };
  const window = draft.withinDays === null ? {} : { within_days: draft.withinDays };
  if (!needsValue(draft.is)) return { ...base, ...window };
  const value = typedValue(draft, kind);
  return value === null ? null : { ...base, value, ...window };
}

/** What the hub keeps, to be changed; null when this page has no way to show it. */
export function fromRule(rule: Rule): GroupDraft | null {
  const draft = draftOf(rule);
  if (draft === null || isGroup(draft)) return draft;
  return { key: ++keys, how: "all", parts: [draft] };
}

function draftOf(rule: unknown): Draft | null {
  if (typeof rule !== "object" || rule === null) return null;
  const given = rule as Rule;
  const how = GROUPS.find((name) => Array.isArray(given[name]));
  if (how !== undefined) {
    const parts = (given[how] as unknown[]).map(draftOf);
    return parts.every((part) => part !== null) ? { key: ++keys, how, parts } : null;
  }
  const { field, is, value, within_days } = given;
  if (typeof field !== "string" || typeof is !== "string") return null;
  return {
    key: ++keys,
    field,
    is,
    value: Array.isArray(value) ? value.join(", ") : String(value ?? ""),
    withinDays: typeof within_days === "number" ? within_days : null,
  };
}

function typedValue({ is, value }: ConditionDraft, kind: string): unknown {
  const typed = value.trim();
  if (typed === "") return null;
  if (kind === "flag") return typed === "true";
  if (NUMBERS.has(kind)) return /^\d{1,9}$/.test(typed) ? Number(typed) : null;
  if (is !== "one_of") return typed;
  const listed = typed
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
  return listed.length > 0 ? listed : null;
}
