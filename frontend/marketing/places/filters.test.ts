import { describe, expect, it } from "vitest";
import { lastDays } from "../measures/period";
import { address, addressParams, hasFilters, hubParams, readFilters, withFilter } from "./filters";

const WEEK = lastDays(7, "2026-11-21");

function read(query: string) {
  return readFilters(new URLSearchParams(query));
}

describe("filters in the address", () => {
  it("come back as they went", () => {
    const filters = { q: "où est [mon] colis & co", outcome: "bot_alone", element: "FLYER-7", rating: "5" };
    expect(readFilters(addressParams(WEEK, filters))).toEqual(filters);
  });

  it("with unknown values are dropped", () => {
    expect(read("status=burning&rating=9&owner=&outcome=handed_off&nonsense=1")).toEqual({
      outcome: "handed_off",
    });
  });

  it("are trimmed and kept to a sane length", () => {
    expect(read("q=%20%20")).toEqual({});
    expect(read(`q=${"x".repeat(900)}`).q).toHaveLength(200);
  });

  it("stand beside the period", () => {
    expect(address("/dialogues", WEEK, { intent: "ask_size" })).toBe("/dialogues?days=7&intent=ask_size");
    expect(address("/dialogues", lastDays(30, "2026-11-21"))).toBe("/dialogues");
  });
});

it("the hub is asked with its own period and the same filters", () => {
  expect(hubParams(WEEK, { q: "boots" }).toString()).toBe("from=2026-11-15&to=2026-11-22&q=boots");
});

it("an empty value takes a filter away", () => {
  const filters = withFilter({ q: "boots", status: "open" }, "q", "");
  expect(filters).toEqual({ status: "open" });
  expect(hasFilters(filters)).toBe(true);
  expect(hasFilters(withFilter(filters, "status", ""))).toBe(false);
});
