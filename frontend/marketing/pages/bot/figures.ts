import type { BotReport } from "../../../wire/rest.gen";
import { beside, type Figure, ratingOf, shareOf } from "../overview/figures";

const BEHIND = {
  dialogues: {},
  bot_alone: { outcome: "bot_alone" },
  handed_off: { outcome: "handed_off" },
  missed: { outcome: "missed" },
  asked_again: { outcome: "asked_again" },
  bot_rated: { outcome: "bot_rated" },
  first_reply: { outcome: "answered" },
};

export function figuresOf(now: BotReport, before: BotReport | null): Figure[] {
  return beside(BEHIND, readings(now), before === null ? null : readings(before));
}

function readings(report: BotReport) {
  const { dialogues, resolved } = report;
  return {
    dialogues: { kind: "count", base: dialogues },
    bot_alone: shareOf(report.bot_alone, resolved),
    handed_off: shareOf(report.handed_off, dialogues),
    missed: shareOf(report.missed, dialogues),
    asked_again: shareOf(report.asked_again, dialogues),
    bot_rated: ratingOf(report),
    first_reply: {
      kind: "seconds",
      value: report.first_reply_median_seconds,
      base: report.first_replies,
    },
  } as const;
}
