import { describe, expect, it } from "vitest";
import { countRatio, difference, direction, meanRating, wilson } from "./interval";

describe("Wilson's interval", () => {
  it("gives the textbook figures", () => {
    // Newcombe 1998, Table I: 81/263 is 0.2553 to 0.3662, 15/148 is 0.0624 to 0.1605.
    expectInterval(wilson(81, 263), 0.2553, 0.3662);
    expectInterval(wilson(15, 148), 0.0624, 0.1605);
  });

  it("stays inside 0 and 1 and keeps its width when none or all count", () => {
    expectInterval(wilson(0, 20), 0, 0.1611);
    expectInterval(wilson(29, 29), 0.883, 1);
  });

  it("says nothing without a base or with impossible counts", () => {
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(3, 2)).toBeNull();
    expect(wilson(-1, 2)).toBeNull();
  });
});

describe("the difference of two shares", () => {
  it("gives Newcombe's figures", () => {
    // Newcombe 1998b, Table II, method 10: 56/70 against 48/80 is 0.0524 to 0.3339.
    const between = difference(estimate(56, 70), estimate(48, 80));
    expect(between.value).toBeCloseTo(0.2, 4);
    expectInterval(between, 0.0524, 0.3339);
    expect(direction(between)).toBe("up");
  });

  it("turns around when the two are swapped", () => {
    const between = difference(estimate(48, 80), estimate(56, 70));
    expectInterval(between, -0.3339, -0.0524);
    expect(direction(between)).toBe("down");
  });

  it("is unclear when few say little", () => {
    expect(direction(difference(estimate(3, 5), estimate(2, 5)))).toBe("unclear");
  });
});

describe("the ratio of two counts", () => {
  it("is clear for many and unclear for few", () => {
    expect(direction(countRatio(200, 120) ?? fail(), 1)).toBe("up");
    expect(direction(countRatio(120, 200) ?? fail(), 1)).toBe("down");
    expect(direction(countRatio(6, 4) ?? fail(), 1)).toBe("unclear");
  });

  it("has no ratio to nothing", () => {
    expect(countRatio(5, 0)).toBeNull();
    expect(countRatio(0, 0)).toBeNull();
  });

  it("can fall to nothing", () => {
    expect(countRatio(0, 9)).toMatchObject({ value: 0, low: 0 });
  });
});

describe("the mean rating", () => {
  it("weighs scores by their counts", () => {
    // 1×3, 2×4, 7×5: mean 4.6, sample deviation 0.6992, 1.96 × 0.6992 / √10 = 0.4334.
    const mean = meanRating(
      new Map([
        [3, 1],
        [4, 2],
        [5, 7],
      ]),
    );
    expect(mean?.value).toBeCloseTo(4.6, 6);
    expectInterval(mean, 4.1666, 5);
  });

  it("needs two ratings for an interval", () => {
    expect(meanRating(new Map([[5, 1]]))).toBeNull();
  });
});

function estimate(count: number, base: number) {
  return wilson(count, base) ?? fail();
}

function fail(): never {
  throw new Error("expected an estimate");
}

function expectInterval(interval: { low: number; high: number } | null, low: number, high: number) {
  expect(interval?.low).toBeCloseTo(low, 3);
  expect(interval?.high).toBeCloseTo(high, 3);
}
