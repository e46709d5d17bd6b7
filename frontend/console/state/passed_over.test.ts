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

const CHANGES: Change[] = [
  { type: "signed_in", account: ANNA },
  { type: "conversation_updated", conversation: conversationView({ owner: MINE, routed: true }) },
];
const GIVEN = CHANGES.reduce(stateAfter, INITIAL);

function back(handoff_reason: string): Change {
  return {
    type: "conversation_updated",
    conversation: conversationView({ owner: QUEUE, handoff_reason }),
  };
}

beforeEach(() => localStorage.clear());

describe("being passed over", () => {
  test("is told when the chat waits again", () => {
    const change = back("not_answered");
    expect(takenBack(change, GIVEN, stateAfter(GIVEN, change))).toBe("c1");
  });

  test("is not told of a chat that one gave back oneself", () => {
    const change = back("transfer");
    expect(takenBack(change, GIVEN, stateAfter(GIVEN, change))).toBeUndefined();
  });

  test("sets to away, and a new connection does not undo that", () => {
    wishAvailability("online");
    const away: Change = { type: "presence_changed", agent_id: "a1", state: "away" };
    expect(wasSetAway(away, GIVEN)).toBe(true);
    expect(wishedAvailability()).toBe("away");
    expect(wasSetAway(away, GIVEN)).toBe(false);
  });
});
