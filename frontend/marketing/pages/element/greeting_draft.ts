import type { GreetingBody, GreetingRuleView } from "../../../wire/rest.gen";
import type { Language } from "../newsletter/plan_draft";

/** A greeting as it stands in the form: numbers as they are typed. */
export interface Draft {
  readonly text: string;
  readonly replies: string;
  readonly page: string;
  readonly after: string;
  readonly scroll: string;
  readonly leaving: boolean;
  readonly visits: "any" | "first" | "again";
  readonly fact: string;
  readonly value: string;
  readonly segment: string;
  readonly inbox: string;
  readonly active: boolean;
  readonly translations: readonly Said[];
}

/** In one language more; replies one a line. */
export interface Said {
  readonly language: Language;
  readonly text: string;
  readonly replies: string;
}

export type Problems = Partial<Record<keyof Draft, "empty" | "number" | "many" | "said">>;

const LONGEST_WAIT = 3600;
const MOST_REPLIES = 4;

export const EMPTY: Draft = {
  text: "",
  replies: "",
  page: "",
  after: "10",
  scroll: "",
  leaving: false,
  visits: "any",
  fact: "",
  value: "",
  segment: "",
  inbox: "",
  active: true,
  translations: [],
};

export function draftOf(held: GreetingRuleView): Draft {
  return {
    text: held.text,
    replies: held.replies.join("\n"),
    page: held.page ?? "",
    after: held.after_seconds ? String(held.after_seconds) : "",
    scroll: held.scroll_percent ? String(held.scroll_percent) : "",
    leaving: held.leaving,
    visits: held.visits,
    fact: held.fact?.key ?? "",
    value: held.fact?.value ?? "",
    segment: held.segment_id ?? "",
    inbox: held.inbox ?? "",
    active: held.active,
    translations: Object.entries(held.translations).map(([language, { text, replies }]) => ({
      language: language as Language,
      text,
      replies: replies.join("\n"),
    })),
  };
}

export function problemsOf({ text, after, scroll, replies, translations }: Draft): Problems {
  return {
    ...(text.trim() === "" ? { text: "empty" } : {}),
    ...(isNumber(after, LONGEST_WAIT) ? {} : { after: "number" }),
    ...(isNumber(scroll, 100) ? {} : { scroll: "number" }),
    ...(linesOf(replies).length > MOST_REPLIES ? { replies: "many" } : {}),
    ...(translations.every(isWhole) ? {} : { translations: "said" }),
  };
}

export function bodyOf(draft: Draft): GreetingBody {
  const given = (name: "page" | "segment" | "inbox" | "fact" | "value") => draft[name].trim();
  return {
    text: draft.text.trim(),
    replies: linesOf(draft.replies),
    after_seconds: Number(draft.after),
    scroll_percent: Number(draft.scroll),
    leaving: draft.leaving,
    visits: draft.visits,
    active: draft.active,
    translations: Object.fromEntries(
      draft.translations.map(({ language, text, replies }) => [
        language,
        { text: text.trim(), replies: linesOf(replies) },
      ]),
    ),
    ...(given("page") ? { page: given("page") } : {}),
    ...(given("inbox") ? { inbox: given("inbox") } : {}),
    ...(given("segment") ? { segment_id: given("segment") } : {}),
    ...(given("fact")
      ? { fact: { key: given("fact"), ...(given("value") ? { value: given("value") } : {}) } }
      : {}),
  };
}

function isWhole({ text, replies }: Said): boolean {
  return text.trim() !== "" && linesOf(replies).length <= MOST_REPLIES;
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

function isNumber(text: string, most: number): boolean {
  return /^\d{0,4}$/.test(text.trim()) && Number(text) <= most;
}
