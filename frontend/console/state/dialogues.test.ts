import { describe, expect, test } from "vitest";
import { conversationView, messageView } from "../../client/testing/views";
import { dialoguesAfter, hasHole, resumeAfter } from "./dialogues";
import type { Change, Dialogue } from "./model";

function apply(...changes: Change[]): Readonly<Record<string, Dialogue>> {
  return changes.reduce(dialoguesAfter, {});
}

function resumed(seqs: number[], more = false): Change {
  const messages = seqs.map((seq) => messageView(seq));
  return { type: "resumed", conversation: conversationView(), messages, more };
}

const seqsOf = (dialogue: Dialogue | undefined) => dialogue?.messages.map(({ seq }) => seq);

describe("dialogues", () => {
  test("messages stand by seq in whatever order they come", () => {
    const state = apply(resumed([1, 2]), { type: "message_created", message: messageView(4) }, resumed([3]));
    expect(seqsOf(state.c1)).toEqual([1, 2, 3, 4]);
  });

  test("a message told twice stands once, as told last", () => {
    const again = messageView(2, "bot", { content: { type: "text", text: "fuller" } });
    const state = apply(resumed([1, 2]), { type: "message_created", message: again });
    expect(seqsOf(state.c1)).toEqual([1, 2]);
    expect(state.c1?.messages[1]?.content.text).toBe("fuller");
  });

  test("a dialogue is ready only when nothing more is to come", () => {
    const asked: Change = { type: "dialogue_requested", conversation_id: "c1" };
    expect(apply(asked, resumed([1], true)).c1?.loading).toBe("loading");
    expect(apply(asked, resumed([1], true), resumed([2])).c1?.loading).toBe("ready");
  });

  test("messages of a dialogue that was never opened are left to its opening", () => {
    expect(apply({ type: "message_created", message: messageView(9) })).toEqual({});
  });

  test("a failed refresh keeps what is on the screen", () => {
    const refusal = { code: "unavailable", message: "no" } as const;
    const state = apply(resumed([1]), { type: "dialogue_failed", conversation_id: "c1", refusal });
    expect(state.c1?.loading).toBe("ready");
    expect(seqsOf(state.c1)).toEqual([1]);
  });

  test("what was missed is fetched from before the first hole", () => {
    const messages = [messageView(1), messageView(2), messageView(5)];
    expect(hasHole(messages)).toBe(true);
    expect(resumeAfter(messages)).toBe(2);
    expect(hasHole(messages.slice(0, 2))).toBe(false);
  });
});
