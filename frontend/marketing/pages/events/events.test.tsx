import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { ID, responseEvent } from "../../fixtures/dialogues";
import { overview } from "../../fixtures/overview";
import { page, stage } from "../../fixtures/stage";
import { EventsPage } from "./events_page";

afterEach(cleanup);

const ANSWERS = {
  "GET campaigns": page([{ id: "spring", name: "Spring in the hills" }]),
  "GET elements": page([]),
  "GET reports/overview": overview(),
  "GET response-events": page([responseEvent()]),
};

it("a row says what brought the dialogue and how it ended, and opens it", async () => {
  stage(<EventsPage />, ANSWERS, "/marketing/events?days=7");
  const table = await screen.findByRole("table", { name: "Response events" });
  const cells = within(table)
    .getAllByRole("cell")
    .map((cell) => cell.textContent?.replaceAll("\u00a0", " "));
  expect(cells.slice(1)).toEqual([
    "FLYERSpring in the hills · B",
    "QR code",
    "Icelandic",
    "Track order, Complain",
    "The visitor askedafter 1 min 5 s",
    "2.0 s",
    "after 15 minby a person",
    "4Rated 4 of 5",
    "3 / 2 / 1",
  ]);
  const link = within(table).getByRole("link");
  expect(link.getAttribute("href")).toBe(`/marketing/dialogues/${ID}?days=7`);
});

it("is sorted the other way by the hub, so that it holds for every page", async () => {
  const { asked } = stage(<EventsPage />, ANSWERS);
  const header = await screen.findByRole("columnheader", { name: /Opened/ });
  expect(header.getAttribute("aria-sort")).toBe("descending");
  fireEvent.click(within(header).getByRole("button"));
  await waitFor(() => expect(window.location.search).toBe("?order=oldest"));
  await waitFor(() => expect(asked.at(-1)?.query.get("order")).toBe("oldest"));
  expect(screen.getByRole("columnheader", { name: /Opened/ }).getAttribute("aria-sort")).toBe("ascending");
});

it("exports the period that is shown", async () => {
  stage(<EventsPage />, ANSWERS, "/marketing/events?from=2026-11-01&until=2026-11-07");
  const link = await screen.findByLabelText("Download messages as JSONL");
  expect(link.getAttribute("href")).toBe("/api/v1/exports/messages.jsonl?from=2026-11-01&to=2026-11-08");
});
