import { cleanup, screen } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { overview } from "../../fixtures/overview";
import { stage } from "../../fixtures/stage";
import { day } from "../../measures/format";
import { DialoguesChart, filled } from "./dialogues_chart";

const PERIOD = { from: "2026-11-19", until: "2026-11-21", preset: null };

// There is no canvas here; what is drawn on it is looked at in a real browser.
vi.mock("uplot", () => ({
  default: Object.assign(
    vi.fn(() => ({ destroy: vi.fn() })),
    { paths: {} },
  ),
}));

afterEach(cleanup);

it("a day on which nothing came is a zero and not a gap", () => {
  expect(filled(overview().days, PERIOD).map(({ day, dialogues }) => [day, dialogues])).toEqual([
    ["2026-11-19", 0],
    ["2026-11-20", 120],
    ["2026-11-21", 80],
  ]);
});

it("the chart says in words what it shows", () => {
  stage(<DialoguesChart overview={overview()} period={PERIOD} />, {});
  const label = screen.getByRole("img").getAttribute("aria-label");
  expect(label).toContain("200 dialogues, of which 60 were handed to a person");
  expect(label).toContain(`The busiest day was ${day("2026-11-20")} with 120.`);
});

it("the table says the same, newest first, and opens each day", () => {
  stage(<DialoguesChart overview={overview()} period={PERIOD} />, {});
  const rows = screen.getAllByRole("row").map((row) => row.textContent);
  expect(rows.slice(1)).toEqual([
    `${day("2026-11-21")}802060`,
    `${day("2026-11-20")}12040100`,
    `${day("2026-11-19")}000`,
  ]);
  expect(screen.getByRole("link", { name: day("2026-11-20") }).getAttribute("href")).toBe(
    "/marketing/dialogues?from=2026-11-20&until=2026-11-20",
  );
});
