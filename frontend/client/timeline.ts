import type { MessageView } from "../wire/events.gen";

/** A dialogue's messages by rising `seq`, and how far they are known to be whole. */
export interface Timeline {
  readonly messages: readonly MessageView[];
  /** Nothing is missing between the first message held and this seq. */
  readonly wholeTo: number;
}

export const EMPTY_TIMELINE: Timeline = { messages: [], wholeTo: 0 };

/** Takes in messages in any order and any number of times; earlier ones only up to where it begins, with no hole. */
export function merged(timeline: Timeline, arrived: readonly MessageView[]): Timeline {
  const bySeq = new Map(timeline.messages.map((message) => [message.seq, message]));
  const first = timeline.messages[0];
  const joins = !first || arrived.some(({ seq }) => seq === first.prev_seq);
  for (const message of arrived) if (joins || message.seq >= first.seq) bySeq.set(message.seq, message);
  const messages = [...bySeq.values()].sort((one, other) => one.seq - other.seq);
  const begin = timeline.messages.length > 0 ? timeline.wholeTo : (messages[0]?.prev_seq ?? 0);
  return { messages, wholeTo: wholeFrom(begin, messages) };
}

/** `prev_seq` names the message before, so a chain that breaks shows that something was missed. */
function wholeFrom(begin: number, messages: readonly MessageView[]): number {
  let whole = begin;
  for (const message of messages) {
    if (message.seq <= whole) continue;
    if (message.prev_seq > whole) break;
    whole = message.seq;
  }
  return whole;
}

/** After the hub said that up to `end` there is no more, what is held up to there is all there is. */
export function settled(timeline: Timeline, end: number): Timeline {
  const { messages } = timeline;
  const last = messages.findLast((message) => message.seq <= end)?.seq ?? 0;
  return { messages, wholeTo: wholeFrom(Math.max(timeline.wholeTo, last), messages) };
}

export function hasGap(timeline: Timeline): boolean {
  return (timeline.messages.at(-1)?.seq ?? 0) > timeline.wholeTo;
}

/** What may be shown: nothing after a gap, so that lines never slip in above others. */
export function whole(timeline: Timeline): readonly MessageView[] {
  if (!hasGap(timeline)) return timeline.messages;
  return timeline.messages.filter((message) => message.seq <= timeline.wholeTo);
}

/** Whether the dialogue began before the first message held. */
export function hasEarlier(timeline: Timeline): boolean {
  return (timeline.messages[0]?.prev_seq ?? 0) > 0;
}
