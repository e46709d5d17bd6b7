import { expect, test } from "vitest";
import { orderWhile } from "./frozen_order";

test("rows follow the list while nobody points at them", () => {
  expect(orderWhile(false, ["a", "b"], ["b", "c", "a"])).toEqual(["b", "c", "a"]);
});

test("under the pointer rows keep their place, newcomers come last and none vanishes", () => {
  expect(orderWhile(true, ["a", "b"], ["c", "b"])).toEqual(["a", "b", "c"]);
});
