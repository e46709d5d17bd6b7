/** Times one sets a chat aside until, by the clock of whoever does it. */

const MORNING = 9;
const MONDAY = 1;

export function inAnHour(now: Date): Date {
  return new Date(now.getTime() + 3_600_000);
}

export function tomorrowMorning(now: Date): Date {
  return morning(now, 1);
}

/** The coming one, never today. */
export function mondayMorning(now: Date): Date {
  return morning(now, (MONDAY - now.getDay() + 7) % 7 || 7);
}

/** As `datetime-local` wants it. */
export function localMinute(at: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

function morning(now: Date, daysAhead: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysAhead, MORNING);
}
