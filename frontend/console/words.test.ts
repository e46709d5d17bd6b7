import { describe, expect, test } from "vitest";
import { activityText, factValue, refusalText } from "./texts";
import { asWords, dayName, languageName, nameOf, waitFor } from "./words";

const NOW = Date.parse("2026-11-21T12:00:00.000Z");
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

describe("words", () => {
  test("a wait is told in the unit that fits", () => {
    expect(waitFor(ago(42), NOW)).toBe("0:42");
    expect(waitFor(ago(12 * 60 + 7), NOW)).toBe("12:07");
    expect(waitFor(ago(80 * 60), NOW)).toBe("1 h 20 min");
    expect(waitFor(ago(50 * 3600), NOW)).toBe("2 days");
    expect(waitFor(ago(-5), NOW)).toBe("0:00");
  });

  test("languages have names, and what is no language is shown as it is", () => {
    expect(["is", "zh_TW", "zh-TW", "!"].map(languageName)).toEqual([
      "Icelandic",
      "Chinese (Taiwan)",
      "Chinese (Taiwan)",
      "!",
    ]);
  });

  test("days have names people use", () => {
    expect(dayName(ago(0), NOW)).toBe("Today");
    expect(dayName(ago(86_400), NOW)).toBe("Yesterday");
    expect(dayName("2026-11-16T12:00:00.000Z", NOW)).toMatch(/Monday/);
  });

  test("somebody without a name is called the same each time", () => {
    expect(nameOf({ contact: { id: "0123456789ab" } })).toBe("Visitor 89ab");
    expect(nameOf({ contact: { id: "x", name: "Jón" } })).toBe("Jón");
  });

  test("identifiers are read as words", () => {
    expect(asWords("order_status")).toBe("order status");
  });

  test("an activity is said by its code, an unknown one by its own words", () => {
    expect(activityText({ type: "text", text: "x", code: "agent_joined", name: "Anna" })).toBe("Anna joined");
    expect(activityText({ type: "text", text: "Something new", code: "later" })).toBe("Something new");
  });

  test("an open problem is told in words", () => {
    expect(factValue({ key: "open_problem", value: "late" })).toBe("a late delivery");
    expect(factValue({ key: "name", value: "late" })).toBe("late");
  });

  test("a refusal we know is told in our words, another in the hub's", () => {
    expect(refusalText({ code: "timeout", message: "x" })).not.toBe("x");
    expect(refusalText({ code: "invalid", message: "Too many cards." })).toBe("Too many cards.");
  });
});
