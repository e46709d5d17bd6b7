import { expect, it } from "vitest";
import { changed, learnedFrom, rowsOf, withNew, without } from "./learned";

const KNOWN = [
  { key: "name", question: "What is your name?", answer: "Emma", fact_id: "f1" },
  { key: "order_number", question: "Which order?", answer: "10432", seq: 3 },
];

it("tells what was only heard so far, and not again what is remembered", () => {
  expect(learnedFrom(rowsOf(KNOWN))).toEqual([{ key: "order_number", value: "10432" }]);
});

it("tells what is different or holds no longer", () => {
  const rows = rowsOf(KNOWN);
  expect(learnedFrom(changed(rows, 0, { value: " Emma Wilson " }))[0]).toEqual({
    key: "name",
    value: "Emma Wilson",
  });
  const fewer = without(rows, 0);
  expect(fewer[0]?.over).toBe(true);
  expect(learnedFrom(fewer)[0]).toEqual({ key: "name", value: null });
  expect(learnedFrom(changed(fewer, 0, { over: false }))).toHaveLength(1);
});

it("drops what was only heard, and what was left empty", () => {
  expect(learnedFrom(without(rowsOf(KNOWN), 1))).toEqual([]);
  const more = withNew(rowsOf([]), "size");
  expect(learnedFrom(more)).toEqual([]);
  expect(learnedFrom(changed(more, 0, { value: "M" }))).toEqual([{ key: "size", value: "M" }]);
});
