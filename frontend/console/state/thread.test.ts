import { describe, expect, test } from "vitest";
import { messageView } from "../../client/testing/views";
import { lastReadByVisitor, threadOf } from "./thread";

const sameDay = (one: string, other: string) => one.slice(0, 10) === other.slice(0, 10);

function said(seq: number, kind: "visitor" | "agent" | "bot", at: string) {
  return messageView(seq, kind, { created_at: at });
}

describe("threads", () => {
  test("a new day is announced before its first message", () => {
    const thread = threadOf(
      [said(1, "visitor", "2026-11-20T23:59:00.000Z"), said(2, "visitor", "2026-11-21T00:01:00.000Z")],
      sameDay,
    );
    expect(thread.map(({ type }) => type)).toEqual(["day", "message", "day", "message"]);
  });

  test("one author's messages stand together unless time or another author is between", () => {
    const thread = threadOf(
      [
        said(1, "visitor", "2026-11-21T10:00:00.000Z"),
        said(2, "visitor", "2026-11-21T10:01:00.000Z"),
        said(3, "bot", "2026-11-21T10:01:01.000Z"),
        said(4, "visitor", "2026-11-21T10:02:00.000Z"),
        said(5, "visitor", "2026-11-21T10:12:00.000Z"),
      ],
      sameDay,
    );
    const firsts = thread.flatMap((entry) => (entry.type === "message" ? [entry.isFirst] : []));
    expect(firsts).toEqual([true, false, true, true, true]);
  });

  test("the receipt stands under the last reply the visitor has read", () => {
    const messages = [
      said(1, "agent", "2026-11-21T10:00:00.000Z"),
      said(2, "visitor", "2026-11-21T10:00:01.000Z"),
      said(3, "agent", "2026-11-21T10:00:02.000Z"),
    ];
    expect(lastReadByVisitor(messages, 2)).toBe("m1");
    expect(lastReadByVisitor(messages, 3)).toBe("m3");
    expect(lastReadByVisitor(messages, 0)).toBeUndefined();
  });
});
