import { describe, expect, test } from "vitest";
import { conversationView } from "../../client/testing/views";
import { allowed, standingOf } from "./rights";

const ME = "a1";
const ANNA = { id: ME, role: "agent" } as const;
const mine = conversationView({ owner: { kind: "agent", agent_id: ME, epoch: 2 } });
const foreign = conversationView({ owner: { kind: "agent", agent_id: "a2", epoch: 2 } });
const waiting = conversationView({ owner: { kind: "queue", epoch: 2 } });

describe("rights", () => {
  test("only one's own chat may be answered", () => {
    for (const [conversation, may] of [
      [mine, true],
      [foreign, false],
      [waiting, false],
      [conversationView(), false],
    ] as const)
      expect(allowed(conversation, ANNA).has("reply")).toBe(may);
  });

  test("a colleague's chat cannot be accepted, one that waits or is the bot's can", () => {
    expect(allowed(foreign, ANNA).has("accept")).toBe(false);
    expect(allowed(waiting, ANNA).has("accept")).toBe(true);
    expect(allowed(conversationView(), ANNA).has("accept")).toBe(true);
  });

  test("a resolved chat can only be reopened, whoever had it", () => {
    const resolved = { ...mine, status: "resolved" } as const;
    expect(standingOf(resolved, ME)).toBe("resolved");
    expect([...allowed(resolved, ANNA)]).toEqual(["reopen"]);
  });

  test("what was set aside can be taken up again", () => {
    const may = allowed({ ...mine, status: "snoozed" }, ANNA);
    expect(may.has("reopen")).toBe(true);
    expect(may.has("snooze")).toBe(false);
  });

  test("only a supervisor takes or gives away what a colleague answers", () => {
    expect([...allowed(foreign, ANNA)]).toEqual([]);
    expect([...allowed(foreign, { id: ME, role: "admin" })]).toEqual(["transfer", "takeover"]);
    expect(allowed(mine, { id: ME, role: "admin" }).has("takeover")).toBe(false);
  });

  test("what was given to one can be accepted, to say that one has seen it", () => {
    expect(allowed(mine, ANNA).has("accept")).toBe(false);
    expect(allowed({ ...mine, routed: true }, ANNA).has("accept")).toBe(true);
  });
});
