import { expect, it } from "vitest";
import { officeHours, withoutDay, withoutSpan, withSpan, withTime } from "./opening_hours";
import { errorUnder } from "./use_form";
import { joined, wordsIn } from "./words";

it("begins with office hours from Monday to Friday", () => {
  expect(Object.keys(officeHours().weekly)).toEqual(["mon", "tue", "wed", "thu", "fri"]);
});

it("changes one end of one span and leaves the others", () => {
  const day = {
    mon: [
      ["09:00", "12:00"],
      ["13:00", "17:00"],
    ] as [string, string][],
    tue: [],
  };
  const changed = withTime(day, "mon", 1, 1, "24:00");
  expect(changed).toEqual({
    mon: [
      ["09:00", "12:00"],
      ["13:00", "24:00"],
    ],
    tue: [],
  });
  expect(withoutSpan(changed, "mon", 0).mon).toEqual([["13:00", "24:00"]]);
  expect(withSpan(changed, "tue").tue).toEqual([["09:00", "17:00"]]);
  expect(Object.keys(withoutDay(changed, "mon"))).toEqual(["tue"]);
});

it("reads words between commas, each once", () => {
  expect(wordsIn(" en, is ,,en; de")).toEqual(["en", "is", "de"]);
  expect(joined(["en", "is"])).toBe("en, is");
});

it("finds what the hub says of a part of a field", () => {
  const errors = { "languages.1": "no language", languages_other: "x" };
  expect(errorUnder("languages", errors)).toBe("no language");
  expect(errorUnder("name", errors)).toBeUndefined();
});
