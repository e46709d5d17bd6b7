import { cleanup, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { RetentionReport } from "../../../wire/rest.gen";
import { stage } from "../../fixtures/stage";
import { RetentionPage, summary } from "./retention_page";

afterEach(cleanup);

const SEPTEMBER = { from: "2026-09-01", to: "2026-10-01" };
const OCTOBER = { from: "2026-10-01", to: "2026-11-01" };
const NOVEMBER = { from: "2026-11-01", to: "2026-12-01" };
const REPORT: RetentionReport = {
  unit: "month",
  cohorts: [
    {
      ...SEPTEMBER,
      size: 50,
      came: [
        { ...SEPTEMBER, contacts: 50 },
        { ...OCTOBER, contacts: 20 },
        { ...NOVEMBER, contacts: 5 },
      ],
    },
    {
      ...OCTOBER,
      size: 40,
      came: [
        { ...OCTOBER, contacts: 40 },
        { ...NOVEMBER, contacts: 3 },
      ],
    },
  ],
};

it("says how many came back, only of those whose time for it is over", () => {
  expect(summary(REPORT)).toBe(
    "40% of people had another dialogue in the month after their first: 20 of 50.",
  );
  expect(summary({ unit: "week", cohorts: [] })).toMatch(/No week/);
});

it("opens the dialogues behind a figure", async () => {
  const { asked } = stage(<RetentionPage />, { "GET reports/retention": REPORT });
  const link = await screen.findByTitle("20, 40% of 50");
  expect(link.getAttribute("href")).toBe(
    "/marketing/dialogues?from=2026-10-01&until=2026-10-31&first_from=2026-09-01&first_to=2026-10-01",
  );
  expect(screen.getByTitle("5, 10% of 50, not over yet")).toBeTruthy();
  expect(asked.find(({ path }) => path === "reports/retention")?.query.get("unit")).toBe("month");
});

it("says that nobody has come yet", async () => {
  stage(<RetentionPage />, { "GET reports/retention": { unit: "month", cohorts: [] } });
  expect(await screen.findByText(/Nobody had a first dialogue/)).toBeTruthy();
});
