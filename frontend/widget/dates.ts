import type { SomeTexts } from "./locales/texts";

type Form = Intl.DateTimeFormatOptions;

/** A day's name as people say it: today, yesterday, otherwise the date in the reader's own zone. */
export function dayName(at: Date, now: Date, texts: SomeTexts): string {
  const days = Math.round((midnight(now).getTime() - midnight(at).getTime()) / 86_400_000);
  if (days === 0) return texts.today;
  if (days === 1) return texts.yesterday;
  return written(at, { weekday: "long", ...dayOf(at, now) }, texts);
}

/** For use within a sentence. */
export function date(at: Date, now: Date, texts: SomeTexts): string {
  return written(at, dayOf(at, now), texts);
}

function dayOf(at: Date, now: Date): Form {
  const year = at.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return { day: "numeric", month: "long", year };
}

export function timeOfDay(at: Date, texts: SomeTexts): string {
  return written(at, { hour: "numeric", minute: "2-digit" }, texts);
}

/** With the zone, for those who hover. */
export function fullTime(at: Date, texts: SomeTexts): string {
  return written(at, { dateStyle: "full", timeStyle: "long" }, texts);
}

export function written(at: Date, form: Form, texts: SomeTexts): string {
  return texts.written?.(at, form) ?? at.toLocaleString(texts.tag, form);
}

export function sameDay(one: Date, other: Date): boolean {
  return midnight(one).getTime() === midnight(other).getTime();
}

function midnight(at: Date): Date {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate());
}
