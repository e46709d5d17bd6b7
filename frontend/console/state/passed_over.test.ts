import { beforeEach, describe, expect, test } from "vitest";
import { conversationView } from "../../client/testing/views";
import { wishAvailability, wishedAvailability } from "./availability_wish";
import type { Change } from "./model";
import { takenBack, wasSetAway } from "./passed_over";
import { INITIAL, stateAfter } from "./reducer";

const ANNA = {
  id: "a1",
  email: "anna@hraun.is",
  name: "Anna",
  role: "agent",
  availability: "online",
} as const;
const MINE = { kind: "agent", agent_id: "a1", name: "Anna", epoch: 2 } as const;
const QUEUE = { kind: "queue", epoch: 3 } as const;

function given(answerBy: number) {
  const answer_by = new Date(answerBy).toISOString();
  const changes: Change[] = [
    { type: "signed_in", account: ANNA },
    {
      type: "conversation_updated",
      conversation: conversationView({ owner: MINE, answer_by, routed: true }),
    },
  ];
  return changes.reduce(stateAfter, INITIAL);
}

beforeEach(() => localStorage.clear());

describe("being passed over", () => {
  const back: Change = { type: "conversation_updated", conversation: conversationView({ owner: QUEUE }) };

  test("is told when the time is up and the chat waits again", () => {
    const before = given(Date.now() - 1000);
    expect(takenBack(back, before, stateAfter(before, back))).toBe("c1");
  });

  test("is not told of a chat that one gave back in time", () => {
    const before = given(Date.now() + 30_000);
    expect(takenBack(back, before, stateAfter(before, back))).toBeUndefined();
  });

  test("sets to away, and a new connection does not undo that", () => {
    wishAvailability("online");
    const away: Change = { type: "presence_changed", agent_id: "a1", state: "away" };
    expect(wasSetAway(away, given(0))).toBe(true);
    expect(wishedAvailability()).toBe("away");
    expect(wasSetAway(away, given(0))).toBe(false);
  });
});
