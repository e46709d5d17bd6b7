import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { ListeningReport } from "../../../wire/rest.gen";
import { stage } from "../../fixtures/stage";
import { ListeningPage, summary } from "./listening_page";

afterEach(cleanup);

function report(changes: Partial<ListeningReport> = {}): ListeningReport {
  return {
    from: "2026-10-23T00:00:00.000Z",
    to: "2026-11-22T00:00:00.000Z",
    dialogues: 240,
    told: 31,
    themes: [
      { theme: { kind: "told", key: "complaint" }, dialogues: 12, previous: 4, days: [0, 2, 10] },
      {
        theme: { kind: "told", key: "complaint", about: "HEKLA-JKT", about_name: "Hekla jacket" },
        dialogues: 7,
        previous: 0,
        days: [0, 0, 7],
      },
      { theme: { kind: "intent", key: "track_order" }, dialogues: 40, previous: 41, days: [20, 10, 10] },
      { theme: { kind: "handoff", key: "anger" }, dialogues: 2, previous: 0, days: [2, 0, 0] },
    ],
    alerts: [
      {
        theme: { kind: "told", key: "open_problem:late" },
        day: "2026-11-20",
        days: 3,
        count: 9,
        expected: 1.25,
        chance: 1e-6,
      },
    ],
    wishes: [{ words: "tent", dialogues: 2, sold_out: false }],
    by_visitors: { dialogues: 12, mean: 4.25 },
    by_agents: { dialogues: 0 },
    fewest_days: 14,
    unheard: 0,
    ...changes,
  };
}

it("says how much was told, and whether anything rose", () => {
  expect(summary(report())).toMatch(/240 dialogues, 31 held .* 1 theme rose/);
  expect(summary(report({ alerts: [] }))).toMatch(/Nothing rose/);
});

it("opens the dialogues of a rise on its own days", async () => {
  stage(<ListeningPage />, { "GET reports/listening": report() });
  const rise = await screen.findByText("Problem: late delivery: 9 dialogues in 3 days, usually 1.3");
  expect(rise.getAttribute("href")).toBe(
    "/marketing/dialogues?from=2026-11-18&until=2026-11-20&told=open_problem%3Alate",
  );
});

it("shows themes of one kind, by product too, and each opens what it counted", async () => {
  stage(<ListeningPage />, { "GET reports/listening": report() });
  fireEvent.change(await screen.findByLabelText("Show"), { target: { value: "product" } });
  expect(screen.getByText("Hekla jacket")).toBeTruthy();
  expect(screen.queryByText("Track order")).toBeNull();
  expect(screen.getByText("7").getAttribute("href")).toMatch(/told=complaint&about=HEKLA-JKT/);
  fireEvent.change(screen.getByLabelText("Show"), { target: { value: "intent" } });
  expect(screen.getByText("40").getAttribute("href")).toMatch(/intent=track_order/);
});

it("stands beside any other period, whose dialogues open too", async () => {
  stage(
    <ListeningPage />,
    { "GET reports/listening": report() },
    "/marketing/listening?from=2026-10-23&until=2026-11-21&against=2026-01-01",
  );
  expect(await screen.findByText(/it was 31 of 240/)).toBeTruthy();
  const [now, before] = screen.getAllByRole("link", { name: "40" });
  expect(now?.getAttribute("href")).toMatch(/from=2026-10-23&until=2026-11-21&intent=track_order/);
  expect(before?.getAttribute("href")).toMatch(/from=2026-01-01&until=2026-01-30&intent=track_order/);
});

it("is searched while typing", async () => {
  stage(<ListeningPage />, { "GET reports/listening": report() });
  await screen.findByText("Track order");
  fireEvent.input(screen.getByLabelText("Find a theme"), { target: { value: "complaint" } });
  await waitFor(() => expect(screen.queryByText("Track order")).toBeNull());
});

it("shows wishes and both sides' verdict", async () => {
  stage(<ListeningPage />, { "GET reports/listening": report() });
  expect((await screen.findByText("tent")).getAttribute("href")).toMatch(/told=product_interest%3Atent/);
  expect(screen.getByText("4.3 of 5, from 12 rated")).toBeTruthy();
  expect(screen.getByText("none rated yet")).toBeTruthy();
});

it("tells what will be here while there is nothing", async () => {
  stage(<ListeningPage />, { "GET reports/listening": report({ themes: [], wishes: [], alerts: [] }) });
  expect(await screen.findByText("Nothing was heard in this period")).toBeTruthy();
});
