/** Words for what the hub names by key; a key nobody has a word for is shown readable rather than raw. */

import { moment } from "../measures/format";
import { texts } from "../texts";
import type { FilterName } from "./filters";

const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language" });

/** `order_status` → "Order status". */
export function readable(key: string): string {
  const words = key.replaceAll(/[_/-]+/g, " ").trim();
  return words === "" ? key : words.charAt(0).toUpperCase() + words.slice(1);
}

export function languageName(tag: string): string {
  try {
    return LANGUAGES.of(tag.replaceAll("_", "-")) ?? tag;
  } catch {
    return tag;
  }
}

/** Contacts go by the random end of their id: the same person stays recognisable, nobody is named. */
export function contactCode(id: string): string {
  return id.replaceAll("-", "").slice(-6);
}

const WORDS: Partial<Record<FilterName, Readonly<Record<string, string>>>> = {
  outcome: texts.outcome,
  status: texts.status,
  owner: texts.owner,
  // A dialogue that an element brought has the element's kind as its channel.
  channel: { ...texts.elementKind, ...texts.channel },
  handoff_reason: texts.handoffReason,
};

/** `first.30.FLYER` in words. */
function creditName(value: string): string {
  const [which = "", days = "", code = ""] = value.split(".");
  return texts.credit(code, which === "first", Number(days));
}

/** `ordered.by.bot` in words. */
function offerName(value: string): string {
  const [step = "", , ...rest] = value.split(".");
  return [readable(step), readable(rest.join("."))].filter(Boolean).join(": ");
}

/** The word for a filter's value; elements and campaigns have names of their own, see `useNames`. */
export function valueName(filter: FilterName, value: string): string {
  const word = WORDS[filter]?.[value];
  if (word !== undefined) return word;
  if (filter === "took" || filter === "contact" || filter === "experiment" || filter === "incentive")
    return contactCode(value);
  if (filter === "arm") return String.fromCharCode(65 + Number(value));
  if (filter === "counted_by") return moment(value);
  if (filter === "told") return readable(value.split(":").at(-1) ?? value);
  if (filter === "offer") return offerName(value);
  if (filter === "credit") return creditName(value);
  if (filter === "locale") return languageName(value);
  if (filter === "rating" || filter === "agent_rating") return texts.dialogue.ratingOf(Number(value));
  return filter === "intent" || filter === "handoff_reason" || filter === "channel" ? readable(value) : value;
}
