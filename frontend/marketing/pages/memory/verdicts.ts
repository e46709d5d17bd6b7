/** What the report on memory says in words. */

import type { IntervalView, MemoryMeasure, MemoryReport } from "../../../wire/rest.gen";
import { oneDecimal, share } from "../../measures/format";
import { texts } from "../../texts";

/** Whether any dialogue of the period belongs to an arm. */
export function hasDialogues({ measures }: MemoryReport): boolean {
  return measures.some(({ treated, held_out }) => treated.dialogues + held_out.dialogues > 0);
}

export function isHoldingOut({ shares }: MemoryReport): boolean {
  return shares.some(({ percent }) => percent > 0);
}

/** The verdict on all of it, in a sentence or two. */
export function summary({ measures }: MemoryReport): string {
  const words = texts.memory.summary;
  if (measures.every(({ verdict }) => verdict === "few")) return words.few;
  const helps = effects(measures, "better");
  const harms = effects(measures, "worse");
  return helps || harms ? words.effect(helps, harms) : words.unclear;
}

/** A share as such, a mean as a number: "62 % (58 % to 66 %)". */
export function figureText({ mean }: MemoryMeasure, found: IntervalView): string {
  const say = mean ? oneDecimal : share;
  return texts.memory.interval(say(found.value), say(found.low), say(found.high));
}

/** With its sign; shares differ by points, not by per cent. */
export function liftText({ mean }: MemoryMeasure, found: IntervalView): string {
  const say = (value: number) => signed(mean ? value : 100 * value);
  const said = texts.memory.interval(say(found.value), say(found.low), say(found.high));
  return mean ? said : texts.memory.points(said);
}

function effects(measures: readonly MemoryMeasure[], verdict: MemoryMeasure["verdict"]): string {
  return measures
    .filter((measure) => measure.verdict === verdict)
    .map(({ key, lift }) => texts.memory.summary.effects[key][(lift?.value ?? 0) > 0 ? "up" : "down"])
    .join(", ");
}

function signed(value: number): string {
  const text = oneDecimal(Math.abs(value));
  if (text === oneDecimal(0)) return text;
  return value > 0 ? `+${text}` : `−${text}`;
}
