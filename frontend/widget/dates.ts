import type { Texts } from "./texts";

/** A day's name as people say it: today, yesterday, otherwise the date in the reader's own zone. */
export function dayName(at: Date, now: Date, texts: Texts): string {
  const days = Math.round((midnight(now).getTime() - midnight(at).getTime()) / 86_400_000);
  if (days === 0) return texts.today;
  if (days === 1) return texts.yesterday;
  return at.toLocaleDateString(texts.tag, { weekday: "long", ...dayOf(at, now) });
}

/** For use within a sentence. */
export function date(at: Date, now: Date, texts: Texts): string {
  return at.toLocaleDateString(texts.tag, dayOf(at, now));
}

function dayOf(at: Date, now: Date): Intl.DateTimeFormatOptions {
  const year = at.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return { day: "numeric", month: "long", year };
}

export function timeOfDay(at: Date, texts: Texts): string {
  return at.toLocaleTimeString(texts.tag, { hour: "numeric", minute: "2-digit" });
}

/** With the zone, for those who hover. */
export function fullTime(at: Date, texts: Texts): string {
  return at.toLocaleString(texts.tag, { dateStyle: "full", timeStyle: "long" });
}

export function sameDay(one: Date, other: Date): boolean {
  return midnight(one).getTime() === midnight(other).getTime();
}

function midnight(at: Date): Date {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate());
}
