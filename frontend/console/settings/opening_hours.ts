/** Opening hours as they are edited: spans by day, which stay in order. */

import type { HoursView } from "../../wire/rest.gen";

export type Span = [string, string];
export type Days = Readonly<Record<string, readonly Span[]>>;

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const OFFICE: Span = ["09:00", "17:00"];
const AFTER: Span = ["18:00", "20:00"];

export interface Hours {
  readonly weekly: Days;
  readonly exceptions: Days;
}

/** The schema knows pairs only as lists. */
export function hoursOf(view: HoursView | null): Hours | null {
  const { weekly = {}, exceptions = {} } = view ?? {};
  return view && { weekly: weekly as unknown as Days, exceptions: exceptions as unknown as Days };
}

/** What somebody begins with who has not had any. */
export function officeHours(): Hours {
  const weekly = Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [OFFICE]]));
  return { weekly, exceptions: {} };
}

export function withSpan(days: Days, day: string): Days {
  const spans = days[day] ?? [];
  return { ...days, [day]: [...spans, spans.length === 0 ? OFFICE : AFTER] };
}

export function withoutSpan(days: Days, day: string, place: number): Days {
  return { ...days, [day]: (days[day] ?? []).filter((_, other) => other !== place) };
}

export function withTime(days: Days, day: string, place: number, end: 0 | 1, time: string): Days {
  const spans = (days[day] ?? []).map((span, other): Span => {
    if (other !== place) return span;
    return end === 0 ? [time, span[1]] : [span[0], time];
  });
  return { ...days, [day]: spans };
}

export function withoutDay(days: Days, day: string): Days {
  return Object.fromEntries(Object.entries(days).filter(([other]) => other !== day));
}
