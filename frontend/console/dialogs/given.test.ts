import { expect, test } from "vitest";
import type { IncentiveView } from "../../wire/rest.gen";
import { messageOf, pointsOf, running, wordsFor, worthOf } from "./given";

const TEN: IncentiveView = {
  id: "ten",
  name: "Ten percent",
  kind: "percent",
  unit: "percent",
  value: 10,
  currency: "EUR",
  created_at: "2026-10-01T08:00:00.000Z",
  min_total_cents: 0,
  minted: 0,
  points: 0,
  bot_offers: false,
};

test("only what can be had is offered", () => {
  const over = { ...TEN, valid_until: "2026-10-31T00:00:00.000Z" };
  const gone = { ...TEN, most: 1, minted: 1 };
  const closed = { ...TEN, closed_at: "2026-10-02T00:00:00.000Z" };
  expect(running([over, TEN, gone, closed], new Date("2026-11-01T00:00:00Z"))).toEqual([TEN]);
});

test("its worth is said by its unit and kind", () => {
  expect(worthOf(TEN)).toBe("10% off");
  expect(worthOf({ ...TEN, kind: "money_back", value: 100 })).toBe("100% back");
  expect(worthOf({ ...TEN, kind: "amount", unit: "amount", value: 2_000 })).toBe("€20.00 off");
});

test("the words are in the dialogue's language, and the code ends the message", () => {
  expect(wordsFor("zh-TW")).toContain("折扣碼");
  expect(wordsFor("ru")).toContain("промокод");
  expect(wordsFor("ar")).toBe(wordsFor("en"));
  expect(messageOf("  Thank you! ", "KXWMRT4827")).toBe("Thank you! KXWMRT4827");
  expect(messageOf(" ", "KXWMRT4827")).toBe("KXWMRT4827");
});

test("points are whole and not nothing", () => {
  expect(["50", "+5", "-20"].map(pointsOf)).toEqual([50, 5, -20]);
  expect(["0", "", "1.5", "many", "1000001"].map(pointsOf)).toEqual([null, null, null, null, null]);
});
