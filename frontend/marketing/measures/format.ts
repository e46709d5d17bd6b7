/** Numbers, shares, durations and times in the reader's habits; words stay in texts.ts. */

import type { Interval } from "./interval";

export type Moment = "time" | "day";

const LOCALE = readersLocale(typeof navigator === "undefined" ? "" : navigator.language);
/** Below this a tenth tells one reply from another. */
const A_FEW_SECONDS = 9.95;
const NO_BREAK = "\u00a0";
const SECONDS_A_MINUTE = 60;
const SECONDS_AN_HOUR = 3600;
const SECONDS_A_DAY = 86_400;

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 0 });
const shortDay = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", timeZone: "UTC" });
const longDay = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const longMoment = new Intl.DateTimeFormat(LOCALE, { dateStyle: "full", timeStyle: "long" });
const shortMoment = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
});
const yearMoment = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
});
const clock = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** The texts are English, so dates are too, in the reader's own English if they have one. */
export function readersLocale(language: string): string {
  const english = /^en(-[A-Z]{2})?$/.test(language);
  return english && Intl.DateTimeFormat.supportedLocalesOf(language).length > 0 ? language : "en-GB";
}

export function number(value: number): string {
  return whole.format(value);
}

export function oneDecimal(value: number): string {
  return tenths.format(value);
}

export function share(value: number): string {
  return percent.format(value);
}

/** Between which shares it lies, to stand behind the share itself. */
export function bounds({ low, high }: Interval): string {
  return `(${share(low)}–${share(high)})`;
}

/** Two units at most: 1.4 s, 12 s, 2 min 5 s, 1 h 4 min, 3 d 2 h. */
export function duration(seconds: number): string {
  if (seconds > 0 && seconds < A_FEW_SECONDS)
    return seconds < 0.1 ? unit("< 0.1", "s") : unit(tenths.format(seconds), "s");
  const rounded = Math.max(0, Math.round(seconds));
  if (rounded < SECONDS_A_MINUTE) return unit(rounded, "s");
  if (rounded < SECONDS_AN_HOUR) return two(rounded, SECONDS_A_MINUTE, "min", 1, "s");
  if (rounded < SECONDS_A_DAY) return two(rounded, SECONDS_AN_HOUR, "h", SECONDS_A_MINUTE, "min");
  return two(rounded, SECONDS_A_DAY, "d", SECONDS_AN_HOUR, "h");
}

export function between(from: string, to: string): string {
  return duration((Date.parse(to) - Date.parse(from)) / 1000);
}

/** "21 Nov, 20:55 UTC"; the year only when it is another. */
export function moment(time: string, now: Date = new Date()): string {
  const date = new Date(time);
  return (date.getFullYear() === now.getFullYear() ? shortMoment : yearMoment).format(date);
}

export function fullMoment(time: string): string {
  return longMoment.format(new Date(time));
}

export function clockTime(time: string): string {
  return clock.format(new Date(time));
}

/** A UTC day such as 2026-11-21. */
export function day(date: string): string {
  return shortDay.format(new Date(`${date}T00:00:00Z`));
}

/** "1–21 Nov 2026", both days inside. */
export function days(from: string, until: string): string {
  return longDay.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${until}T00:00:00Z`));
}

function two(seconds: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.floor((seconds % large) / small);
  const main = unit(Math.floor(seconds / large), largeName);
  return rest === 0 ? main : `${main}${NO_BREAK}${unit(rest, smallName)}`;
}

function unit(value: number | string, name: string): string {
  return `${value}${NO_BREAK}${name}`;
}
