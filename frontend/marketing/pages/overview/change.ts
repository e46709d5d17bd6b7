/** The sentences at the top of the overview: what changed, in plain words, and only what evidence bears. */

import { daysUntilEnough } from "../../measures/evidence";
import { days, duration, number, oneDecimal, share } from "../../measures/format";
import type { Period } from "../../measures/period";
import { texts } from "../../texts";
import type { Figure, Reading } from "./figures";

interface Told {
  /** "the last 30 days" or "1–21 Nov 2026". */
  readonly when: string;
  readonly elapsed: number;
  /** Which period it is held against, in words. */
  readonly which: string;
}

export function datesOf({ from, until }: Period): string {
  return days(from, until);
}

export function sentences(figures: readonly Figure[], { when, elapsed, which }: Told): string[] {
  const [dialogues, ...others] = figures;
  if (dialogues === undefined) return [];
  const first = opening(dialogues, when, which);
  if (!dialogues.before?.base) return [first];
  if (dialogues.change === "few") return [first, ...waiting(dialogues, elapsed)];
  const changes = others.flatMap(changed);
  return [first, ...(changes.length > 0 ? changes : [texts.change.nothingElse])];
}

/** A reading in a few characters, as cards and sentences show it. */
export function readingText(reading: Reading): string {
  switch (reading.kind) {
    case "count":
      return number(reading.base);
    case "share":
      return reading.estimate === null ? texts.figure.none : share(reading.estimate.value);
    case "part":
      return reading.base === 0 ? texts.figure.none : share(reading.count / reading.base);
    case "mean":
      return reading.value === null ? texts.figure.none : oneDecimal(reading.value);
    case "seconds":
      return reading.value === null ? texts.figure.none : duration(reading.value);
  }
}

function opening({ reading, before, change }: Figure, when: string, which: string): string {
  const { dialogues, opened, against, firstPeriod } = texts.change;
  const now = opened(dialogues(reading.base, number(reading.base)), when);
  if (before === null || before.base === 0) return now + firstPeriod(which);
  return now + against(number(before.base), which) + VERDICTS[change];
}

function changed({ key, reading, before, change }: Figure): string[] {
  if (before === null || (change !== "up" && change !== "down")) return [];
  const say = change === "up" ? texts.change.rose : texts.change.fell;
  return [say(texts.figures[key], readingText(before), readingText(reading))];
}

function waiting({ reading }: Figure, elapsed: number): string[] {
  const left = daysUntilEnough(reading.base, elapsed);
  return left === null || left === 0 ? [] : [texts.change.waiting(left)];
}

const VERDICTS: Readonly<Record<Figure["change"], string>> = {
  up: texts.change.more,
  down: texts.change.fewer,
  unclear: texts.change.same,
  few: texts.change.few,
  untested: ".",
};
