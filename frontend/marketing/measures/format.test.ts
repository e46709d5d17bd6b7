import { expect, it } from "vitest";
import { between, duration, readersLocale, share } from "./format";

it("says durations in two units at most", () => {
  expect(
    [0, 0.02, 1.44, 12.3, 59.6, 125, 3600, 3840, 180_000].map((seconds) => spaced(duration(seconds))),
  ).toEqual(["0 s", "< 0.1 s", "1.4 s", "12 s", "1 min", "2 min 5 s", "1 h", "1 h 4 min", "2 d 2 h"]);
});

it("never says a negative duration when clocks disagree", () => {
  expect(spaced(between("2026-11-21T10:00:01.000Z", "2026-11-21T10:00:00.000Z"))).toBe("0 s");
});

it("keeps to English dates, in the reader's own English", () => {
  expect(readersLocale("en-US")).toBe("en-US");
  expect(readersLocale("is-IS")).toBe("en-GB");
  expect(readersLocale("en-US@posix")).toBe("en-GB");
});

it("rounds shares to whole percent", () => {
  expect(share(0.746)).toBe("75%");
});

/** Durations hold together over a line's end; here that is beside the point. */
function spaced(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
