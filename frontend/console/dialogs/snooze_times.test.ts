import { expect, it } from "vitest";
import { inAnHour, localMinute, mondayMorning, tomorrowMorning } from "./snooze_times";

it("sets aside for an hour, until the morning and until the coming Monday", () => {
  const friday = new Date(2026, 10, 27, 16, 30);
  expect(localMinute(inAnHour(friday))).toBe("2026-11-27T17:30");
  expect(localMinute(tomorrowMorning(friday))).toBe("2026-11-28T09:00");
  expect(localMinute(mondayMorning(friday))).toBe("2026-11-30T09:00");
});

it("means the next Monday on a Monday", () => {
  expect(localMinute(mondayMorning(new Date(2026, 10, 30, 8)))).toBe("2026-12-07T09:00");
});
