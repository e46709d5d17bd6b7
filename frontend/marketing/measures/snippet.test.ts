import { expect, it } from "vitest";
import { snippetParts } from "./snippet";

it("marks what stands in brackets", () => {
  expect(snippetParts("where is [my] [parcel]?")).toEqual([
    { text: "where is ", hit: false },
    { text: "my", hit: true },
    { text: " ", hit: false },
    { text: "parcel", hit: true },
    { text: "?", hit: false },
  ]);
});

it("leaves markup as the text it is", () => {
  expect(snippetParts("<b>[x]</b>")).toEqual([
    { text: "<b>", hit: false },
    { text: "x", hit: true },
    { text: "</b>", hit: false },
  ]);
});

it("keeps brackets that have no partner", () => {
  expect(snippetParts("a ] b [ c [d] e")).toEqual([
    { text: "a ] b [ c ", hit: false },
    { text: "d", hit: true },
    { text: " e", hit: false },
  ]);
  expect(snippetParts("[]")).toEqual([{ text: "[]", hit: false }]);
});

it("loses no character", () => {
  const text = "[a]b[c";
  expect(
    snippetParts(text)
      .map((part) => part.text)
      .join(""),
  ).toBe("ab[c");
});
