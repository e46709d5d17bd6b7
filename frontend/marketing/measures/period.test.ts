import { describe, expect, it } from "vitest";
import {
  comparedPeriod,
  eachDay,
  elapsedDays,
  fixedAddress,
  hubPeriod,
  lastDays,
  lengthInDays,
  periodParams,
  pickedPeriod,
  previousPeriod,
  readAgainst,
  readPeriod,
  todayUtc,
} from "./period";

const TODAY = "2026-11-21";

function read(query: string) {
  return readPeriod(new URLSearchParams(query), TODAY);
}

describe("a period", () => {
  it("of seven days ends today and has seven days", () => {
    const week = lastDays(7, TODAY);
    expect(week).toEqual({ from: "2026-11-15", until: "2026-11-21", preset: 7 });
    expect(eachDay(week)).toHaveLength(7);
  });

  it("is asked of the hub with the first day outside as its end", () => {
    expect(hubPeriod(lastDays(7, TODAY))).toEqual({ from: "2026-11-15", to: "2026-11-22" });
  });

  it("is preceded by an equally long one that ends the day before", () => {
    const before = previousPeriod(lastDays(30, TODAY));
    expect(before).toEqual({ from: "2026-09-23", until: "2026-10-22", preset: null });
    expect(lengthInDays(before)).toBe(30);
  });

  it("counts the leap day", () => {
    expect(lengthInDays({ from: "2028-02-28", until: "2028-03-01", preset: null })).toBe(3);
  });

  it("has elapsed only up to today", () => {
    expect(elapsedDays({ from: "2026-11-20", until: "2026-11-30", preset: null }, TODAY)).toBe(2);
    expect(elapsedDays({ from: "2026-12-01", until: "2026-12-02", preset: null }, TODAY)).toBe(0);
  });
});

describe("what a period is compared with", () => {
  const week = lastDays(7, TODAY);
  const against = (said: string | null) => comparedPeriod(week, readAgainst(said));

  it("is the one before, unless the address says otherwise", () => {
    expect(against(null)).toEqual(previousPeriod(week));
    expect(against("2026-02-30")).toEqual(previousPeriod(week));
  });

  it("has the same weekdays a year earlier", () => {
    expect(against("year")).toEqual({ from: "2025-11-16", until: "2025-11-22", preset: null });
    const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
    expect(weekday(against("year").from)).toBe(weekday(week.from));
  });

  it("is as long from any day on", () => {
    expect(against("2026-03-01")).toEqual({ from: "2026-03-01", until: "2026-03-07", preset: null });
  });
});

it("a link that is given away says which days, and keeps all else", () => {
  const href = "https://hub.example/marketing/dialogues?days=7&outcome=handed_off";
  expect(fixedAddress(href, lastDays(7, TODAY))).toBe(
    "https://hub.example/marketing/dialogues?outcome=handed_off&from=2026-11-15&until=2026-11-21",
  );
});

describe("the address", () => {
  it("says nothing for the last thirty days", () => {
    expect(read("")).toEqual(lastDays(30, TODAY));
    expect(periodParams(lastDays(30, TODAY))).toEqual({});
  });

  it("carries presets and picked dates there and back", () => {
    for (const query of ["days=7", "days=90", "from=2026-10-01&until=2026-10-31"]) {
      expect(new URLSearchParams(periodParams(read(query))).toString()).toBe(query);
    }
  });

  it("is put right when it makes no sense", () => {
    for (const query of [
      "days=8",
      "from=2026-02-30&until=2026-03-01",
      "from=2026-10-01",
      "from=0001-01-01&until=2026-01-01",
    ]) {
      expect(read(query)).toEqual(lastDays(30, TODAY));
    }
  });
});

it("dates picked in the wrong order are turned round", () => {
  expect(pickedPeriod("2026-11-05", "2026-11-01")).toMatchObject({ from: "2026-11-01", until: "2026-11-05" });
});

it("today is today in UTC", () => {
  expect(todayUtc(new Date("2026-11-21T23:30:00-05:00"))).toBe("2026-11-22");
});
