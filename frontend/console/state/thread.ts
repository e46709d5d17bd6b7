/** A dialogue as it is laid out: days apart, one author's messages together. */

import type { MessageView } from "../../wire/events.gen";

export type Entry =
  | { type: "day"; key: string; at: string }
  | { type: "message"; key: string; message: MessageView; isFirst: boolean };

const TOGETHER_MS = 5 * 60_000;

export function threadOf(
  messages: readonly MessageView[],
  isSameDay: (one: string, other: string) => boolean,
): Entry[] {
  return messages.flatMap((message, place) => {
    const before = messages[place - 1];
    const startsDay = !before || !isSameDay(before.created_at, message.created_at);
    const entry: Entry = {
      type: "message",
      key: message.id,
      message,
      isFirst: startsDay || !belongTogether(before, message),
    };
    return startsDay
      ? [{ type: "day", key: `day ${message.created_at}`, at: message.created_at }, entry]
      : [entry];
  });
}

/** The last message of an agent that the visitor has read; receipts stand below it only. */
export function lastReadByVisitor(messages: readonly MessageView[], seq: number): string | undefined {
  return messages.findLast(
    (message) => message.seq <= seq && message.kind === "message" && message.author.kind === "agent",
  )?.id;
}

function belongTogether(one: MessageView, other: MessageView): boolean {
  return (
    one.kind === other.kind &&
    one.author.kind === other.author.kind &&
    one.author.id === other.author.id &&
    Date.parse(other.created_at) - Date.parse(one.created_at) < TOGETHER_MS
  );
}
