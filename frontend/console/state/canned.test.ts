import { describe, expect, test } from "vitest";
import { matching, slashWordAt } from "./canned";

const replies = [
  { id: "1", shortcut: "thanks", text: "Thank you for waiting." },
  { id: "2", shortcut: "returns", text: "You can send it back within 30 days." },
  { id: "3", shortcut: "ret-label", text: "Here is your label." },
];

describe("canned replies", () => {
  test("a slash opens them at the beginning and after a space only", () => {
    expect(slashWordAt("/re", 3)).toEqual({ start: 0, word: "re" });
    expect(slashWordAt("Hello /", 7)).toEqual({ start: 6, word: "" });
    expect(slashWordAt("and/or", 6)).toBeNull();
    expect(slashWordAt("https://x", 9)).toBeNull();
  });

  test("only the word before the caret counts", () => {
    expect(slashWordAt("/returns please", 3)).toEqual({ start: 0, word: "re" });
    expect(slashWordAt("/returns please", 15)).toBeNull();
  });

  test("shortcuts that begin with the word come before texts that contain it", () => {
    expect(matching(replies, "ret").map(({ id }) => id)).toEqual(["2", "3"]);
    expect(matching(replies, "you").map(({ id }) => id)).toEqual(["1", "2", "3"]);
    expect(matching(replies, "label").map(({ id }) => id)).toEqual(["3"]);
  });
});
