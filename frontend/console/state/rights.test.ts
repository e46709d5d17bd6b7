import { describe, expect, test } from "vitest";
import { conversationView } from "../../client/testing/views";
import { allowed, standingOf } from "./rights";

const ME = "a1";
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
      expect(allowed(conversation, ME).has("reply")).toBe(may);
  });

  test("a colleague's chat cannot be accepted, one that waits or is the bot's can", () => {
    expect(allowed(foreign, ME).has("accept")).toBe(false);
    expect(allowed(waiting, ME).has("accept")).toBe(true);
    expect(allowed(conversationView(), ME).has("accept")).toBe(true);
  });

  test("a resolved chat can only be reopened, whoever had it", () => {
    const resolved = { ...mine, status: "resolved" } as const;
    expect(standingOf(resolved, ME)).toBe("resolved");
    expect([...allowed(resolved, ME)]).toEqual(["reopen"]);
  });

  test("what was set aside can be taken up again", () => {
    const may = allowed({ ...mine, status: "snoozed" }, ME);
    expect(may.has("reopen")).toBe(true);
    expect(may.has("snooze")).toBe(false);
  });
});
