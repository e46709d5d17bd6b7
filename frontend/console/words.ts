/** Times, amounts and names as people read them, in the browser's language. */

import type { ConversationView } from "../wire/events.gen";
import { t } from "./texts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Some browsers name a language that `Intl` refuses. */
function usableLocale(): string {
  try {
    return new Intl.Locale(navigator.language).toString();
  } catch {
    return "en";
  }
}

const locale = usableLocale();
const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const shortDay = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
const longDay = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const full = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "long" });
const dayTimeZone = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});
const relativeDay = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
const languages = new Intl.DisplayNames([locale], { type: "language" });
const percent = new Intl.NumberFormat(locale, { style: "percent" });

/** `is` → "Icelandic"; a tag that is none is shown as it is. */
export function languageName(tag: string): string {
  try {
    return languages.of(tag.replaceAll("_", "-")) ?? tag;
  } catch {
    return tag;
  }
}

export function clockTime(at: string): string {
  return clock.format(new Date(at));
}

/** Day, time and zone, where years lie between lines. */
export function timeWithZone(at: string): string {
  return dayTimeZone.format(new Date(at));
}

/** With seconds and zone, for titles. */
export function fullTime(at: string): string {
  return full.format(new Date(at));
}

/** The day and the time, for what lies ahead. */
export function dayAndTime(at: string, now: number): string {
  return isSameDay(at, now) ? clockTime(at) : `${shortDay.format(new Date(at))}, ${clockTime(at)}`;
}

/** The time for today, the day for anything older. */
export function shortTime(at: string, now: number): string {
  return isSameDay(at, now) ? clockTime(at) : shortDay.format(new Date(at));
}

/** "Today", "Yesterday", or the day in full. */
export function dayName(at: string, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(Date.parse(at))) / (DAY * 1000));
  return days <= 1 ? sentence(relativeDay.format(-days, "day")) : longDay.format(new Date(at));
}

export function dateOf(at: string): string {
  return shortDay.format(new Date(at));
}

export function isSameDay(at: string, now: number): boolean {
  return startOfDay(Date.parse(at)) === startOfDay(now);
}

/** How long somebody has waited: 0:42, 12:07, 1 h 20 min, 2 d. */
export function waitFor(since: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  if (seconds < HOUR) return minutesSeconds(seconds);
  if (seconds < DAY) return t.hoursMinutes(Math.floor(seconds / HOUR), Math.floor((seconds % HOUR) / MINUTE));
  return t.days(Math.floor(seconds / DAY));
}

export function minutesSeconds(seconds: number): string {
  return `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, "0")}`;
}

export function money(cents: number, currency: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(cents / 100);
}

export function share(part: number): string {
  return percent.format(part);
}

/** The contact's name, or a stable one for somebody unknown. */
export function nameOf(conversation: Pick<ConversationView, "contact">): string {
  return conversation.contact.name || t.visitorNumber(conversation.contact.id.slice(-4));
}

/** An identifier such as `order_status` as words. */
export function asWords(identifier: string): string {
  return identifier.replaceAll(/[_/]+/g, " ").trim();
}

export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

function startOfDay(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}
