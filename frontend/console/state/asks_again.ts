import type { KnownView } from "../../wire/rest.gen";

/** Words that name a kind of answer; a kind without any is never recognised. */
const NAMED_BY: Readonly<Record<string, RegExp>> = {
  name: /\byour (?:\w+ )?name\b/i,
  email: /\be-?mail\b/i,
  phone: /\b(?:phone|telephone) number\b|\byour number\b/i,
  order_number: /\border (?:number|no\b|id\b)|\bwhich order\b/i,
  size: /\b(?:which|what) size\b|\byour size\b/i,
  colour: /\b(?:which|what) colou?r\b/i,
};
const ASKS = /\?|\b(?:could|can|may|please|tell me|give me|send me)\b/i;

/** The answer we have already to what this draft seems to ask; a sentence counts only when it asks. */
export function askedAgain(draft: string, known: readonly KnownView[]): KnownView | undefined {
  const questions = draft.split(/(?<=[.!?])\s+|\n/).filter((part) => ASKS.test(part));
  return known.find(
    ({ key, answer }) =>
      NAMED_BY[key] !== undefined &&
      questions.some((part) => NAMED_BY[key]?.test(part) && !part.includes(answer)),
  );
}
