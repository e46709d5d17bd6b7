import { expect, it } from "vitest";
import { daysUntilEnough, ENOUGH, isEnough } from "./evidence";
import { wilson } from "./interval";

it("asks for so many that the widest interval is near 40 points", () => {
  const widest = wilson(ENOUGH / 2, ENOUGH);
  expect(widest && widest.high - widest.low).toBeLessThan(0.41);
  expect(isEnough(ENOUGH)).toBe(true);
  expect(isEnough(ENOUGH - 1)).toBe(false);
});

it("reckons the days still missing from the pace so far", () => {
  expect(daysUntilEnough(10, 30)).toBe(30);
  expect(daysUntilEnough(14, 7)).toBe(3);
  expect(daysUntilEnough(25, 7)).toBe(0);
});

it("promises nothing when nothing came", () => {
  expect(daysUntilEnough(0, 30)).toBeNull();
  expect(daysUntilEnough(3, 0)).toBeNull();
});
