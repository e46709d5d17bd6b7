/** What the handoff card says. */

import type { EarlierView, MoodView } from "../../wire/rest.gen";
import { many } from "./many";

const SIGNS: Readonly<Record<string, string>> = {
  complaint: "complained",
  not_understood: "was not understood by the bot",
  thanks: "said thanks",
  anger: "was angry",
  complaint_handoff: "was handed over for a complaint",
  low_rating: "rated a dialogue low before",
  high_rating: "rated a dialogue high before",
};

const MOODS: Readonly<Record<MoodView["level"], string>> = {
  upset: "Upset",
  tense: "Tense",
  calm: "Calm",
  pleased: "Pleased",
};

const OUTCOMES: Readonly<Record<EarlierView["outcome"], string>> = {
  open: "still open",
  resolved_by_bot: "resolved by the bot",
  resolved_by_agent: "resolved by a person",
};

export const cardTexts = {
  handoffTitle: "Why a person is wanted",
  cardWithoutReason: "What is known",
  cardFailed: "The rest of this card could not be loaded.",
  moods: MOODS,
  moodSigns: (signs: readonly string[]) =>
    signs.length === 0
      ? "No signs either way in this dialogue."
      : `Signs: ${signs.map((kind) => SIGNS[kind] ?? kind.replaceAll("_", " ")).join(", ")}.`,
  doNotAsk: "Already answered, do not ask again",
  asksAgain: (answer: string) => `They have told us already: ${answer}.`,
  noteFromColleague: "Note by a colleague",
  botTried: (count: number, misses: number) => {
    const tried = `What the bot tried: ${many(count, "question", "questions")}`;
    return misses > 0 ? `${tried}, ${misses} not understood` : tried;
  },
  attemptHeard: (intent: string) => `understood as ${intent}`,
  attemptMissed: "not understood",
  attemptForm: (form: string) => `filling in ${form}`,
  attemptUnanswered: "no answer",
  openOrders: "Open orders",
  earlierCount: (count: number) => many(count, "earlier dialogue", "earlier dialogues"),
  earlierLast: (outcome: EarlierView["outcome"]) => `the last ${OUTCOMES[outcome]}`,
  outcomes: OUTCOMES,
  page: "Page",
  cameFrom: "Came from",
  element: "Response element",
  campaign: "Campaign",
};
