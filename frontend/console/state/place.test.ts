import { describe, expect, test } from "vitest";
import { pathToContact, pathToConversation, pathToList, placeOf } from "./place";

describe("places", () => {
  test("every list has an address that leads back to it", () => {
    for (const list of ["mine", "waiting", "all"] as const) expect(placeOf(pathToList(list)).list).toBe(list);
  });

  test("a chat and its contact have addresses of their own", () => {
    expect(placeOf(pathToConversation("c 1/2"))).toEqual({ conversationId: "c 1/2", showsContact: false });
    expect(placeOf(pathToContact("c1"))).toEqual({ conversationId: "c1", showsContact: true });
  });

  test("an unknown or broken address leads somewhere harmless", () => {
    expect(placeOf("/nonsense").list).toBe("mine");
    expect(placeOf("/c/%E0%A4%A").conversationId).toBe("%E0%A4%A");
  });
});
