import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { CustomerReport, CustomerRow } from "../../../wire/rest.gen";
import { stage } from "../../fixtures/stage";
import { CustomersPage, summary } from "./customers_page";

afterEach(cleanup);

function row(changes: Partial<CustomerRow> = {}): CustomerRow {
  return {
    contact_id: "contact-abc123",
    scores: [1, 5, 5],
    orders: 12,
    spent_cents: 123_400,
    last_order_at: "2026-02-01T10:00:00.000Z",
    alive: 0.08,
    purchases: 0.3,
    value_cents: 3_000,
    at_stake_cents: 34_500,
    ...changes,
  };
}

function report(changes: Partial<CustomerReport> = {}): CustomerReport {
  return {
    at: "2026-11-22T10:00:00.000Z",
    currency: "EUR",
    lines: { recent: 20, cooling: 70, often: 5 },
    grid: [
      {
        recency: "cold",
        frequency: "often",
        customers: 4,
        orders: 30,
        spent_cents: 80_000,
        rule: { all: [{ field: "orders.last", is: "longer_ago", value: 70 }] },
      },
    ],
    forecast: {
      weeks: 52,
      customers: 200,
      repeaters: 150,
      fewest_repeaters: 20,
      repeat: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
      spend: { p: 6.25, q: 3.74, gamma: 1544 },
      likeness: 0.05,
      purchases: 310.4,
      value_cents: 1_200_000,
    },
    win_back: [row()],
    most_valuable: [row({ contact_id: null })],
    together: [],
    pairs_looked_at: 780,
    fewest_together: 5,
    ...changes,
  };
}

it("says who came again and what is to come, or that it is too early", () => {
  expect(summary(report())).toMatch(/200 customers have ordered, 150 .* about 310 purchases worth €12,000/);
  const { forecast } = report();
  const early = report({ forecast: forecast && { ...forecast, repeat: null, repeaters: 3 } });
  expect(summary(early)).toMatch(/once 20 customers have come again/);
});

it("lists whom to win back by code, and leads to what they said", async () => {
  stage(<CustomersPage />, { "GET reports/customers": report() });
  const code = await screen.findByText("abc123");
  expect(code.closest("a")?.getAttribute("href")).toMatch(
    /^\/marketing\/dialogues\?.*contact=contact-abc123/,
  );
  expect(screen.getByText("€345")).toBeTruthy();
  expect(screen.getByText("Has not talked with you")).toBeTruthy();
  expect(screen.getByText(/None of 780 pairs/)).toBeTruthy();
});

it("makes a field of the grid a segment", async () => {
  stage(<CustomersPage />, { "GET reports/customers": report() });
  const link = await screen.findByText("Make it a segment");
  const address = new URL(link.getAttribute("href") ?? "", "http://localhost");
  expect(address.pathname).toBe("/marketing/segments/new");
  expect(JSON.parse(address.searchParams.get("rule") ?? "")).toEqual(report().grid[0]?.rule);
});

it("warns where how often and how much go together", async () => {
  const { forecast } = report();
  const alike = report({ forecast: forecast && { ...forecast, likeness: -0.4 } });
  stage(<CustomersPage />, { "GET reports/customers": alike });
  expect(await screen.findByText(/correlation -0.40/)).toBeTruthy();
});

it("names pairs that are bought together, and is searched", async () => {
  const pair = {
    first: "A",
    second: "B",
    first_name: "Tent",
    second_name: "Pegs",
    customers: 20,
    lift: 2.96,
    chance: 1e-9,
  };
  const other = { ...pair, first: "C", first_name: "Mug" };
  stage(<CustomersPage />, { "GET reports/customers": report({ together: [pair, other] }) });
  expect((await screen.findAllByText("3.0")).length).toBe(2);
  fireEvent.input(screen.getByLabelText("Find a product"), { target: { value: "mug" } });
  await waitFor(() => expect(screen.queryByText("Tent")).toBeNull());
});

it("tells what will be here while there are no orders", async () => {
  stage(<CustomersPage />, { "GET reports/customers": report({ forecast: null, lines: null, grid: [] }) });
  expect(await screen.findByText("No orders yet")).toBeTruthy();
});
