import { written } from "../dates";
import type { SomeTexts } from "../locales/texts";

const NEAR_DAYS = 6;

/** A day and an hour to come: by the weekday's name while that is enough, then with the date. */
export function moment(at: Date, texts: SomeTexts): string {
  const isNear = at.getTime() - Date.now() < NEAR_DAYS * 86_400_000;
  const date = isNear ? {} : ({ day: "numeric", month: "long" } as const);
  return written(at, { weekday: "long", hour: "numeric", minute: "2-digit", ...date }, texts);
}
