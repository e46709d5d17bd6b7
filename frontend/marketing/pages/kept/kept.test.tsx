import { cleanup, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { KeptView } from "../../../wire/rest.gen";
import { page, stage } from "../../fixtures/stage";
import { GoneNote } from "./gone_note";
import { dayOf, KeptPage } from "./kept_page";

afterEach(cleanup);

const NOTHING = { days: null, before: null, swept_at: null, gone: 0 };
const KEPT: KeptView[] = [
  {
    purpose: "service",
    days: 730,
    before: "2026-09-01T04:00:00.000Z",
    swept_at: "2026-11-22T04:00:00.000Z",
    gone: 12,
  },
  { purpose: "memory", ...NOTHING },
  { purpose: "marketing", ...NOTHING, days: 365 },
  { purpose: "analytics", days: 90, before: "2026-10-01T00:00:00.000Z", swept_at: null, gone: 3 },
];

it("says for each purpose what is kept, how long, and when the last of it went", async () => {
  stage(<KeptPage />, { "GET retention": page(KEPT) });
  expect(await screen.findByText("730 days")).toBeTruthy();
  expect(screen.getByText("12 people")).toBeTruthy();
  expect(screen.getByText("until somebody erases it")).toBeTruthy();
  expect(screen.getAllByRole("rowheader")).toHaveLength(4);
});

it("says from when on dialogues are gone, where the period begins before", async () => {
  stage(<GoneNote />, { "GET retention": page(KEPT) }, "/marketing?from=2026-08-01&until=2026-10-01");
  expect((await screen.findByRole("note")).textContent).toContain(`not seen since ${dayOf("2026-09-01")}`);
  expect(screen.queryByText(/met an element/)).toBeNull();
});

it("tells of meetings on the page of an element", async () => {
  stage(
    <GoneNote meetings />,
    { "GET retention": page(KEPT) },
    "/marketing?from=2026-09-02&until=2026-10-05",
  );
  expect((await screen.findByRole("note")).textContent).toContain(
    `Who met an element before ${dayOf("2026-10-01")}`,
  );
});

it("says nothing where everything is still there", async () => {
  const { asked } = stage(
    <GoneNote meetings />,
    { "GET retention": page(KEPT) },
    "/marketing?from=2026-10-02&until=2026-10-05",
  );
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.queryByRole("note")).toBeNull();
});
