import { describe, expect, test } from "vitest";
import { messageView } from "../../client/testing/views";
import type { Change } from "./model";
import { typingAfter } from "./typing";

const visitor = { kind: "visitor", id: "v1", name: "" } as const;
const anna = { kind: "agent", id: "a1", name: "Anna" } as const;
const bjarni = { kind: "agent", id: "a2", name: "Bjarni" } as const;

function apply(...changes: Change[]) {
  return changes.reduce(typingAfter, { typing: {}, previews: {} });
}

function types(typist: typeof visitor | typeof anna | typeof bjarni, on = true): Change {
  return { type: "typing_changed", conversation_id: "c1", typist, on };
}

describe("typing", () => {
  test("two colleagues are told apart", () => {
    expect(apply(types(anna), types(bjarni), types(anna, false)).typing.c1).toEqual([bjarni]);
  });

  test("typing again is still one typist", () => {
    expect(apply(types(visitor), types(visitor)).typing.c1).toEqual([visitor]);
  });

  test("a message ends its author's typing and the preview of it", () => {
    const state = apply(
      types(visitor),
      { type: "previewed", conversation_id: "c1", text: "where is" },
      { type: "message_created", message: messageView(1, "visitor") },
    );
    expect(state.typing.c1).toEqual([]);
    expect(state.previews.c1).toBeUndefined();
  });

  test("a colleague's message leaves the visitor's preview alone", () => {
    const state = apply(
      { type: "previewed", conversation_id: "c1", text: "where is" },
      { type: "message_created", message: messageView(1, "agent") },
    );
    expect(state.previews.c1).toBe("where is");
  });
});
