import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { SegmentFields, SegmentPreview } from "../../../wire/rest.gen";
import { page, stage } from "../../fixtures/stage";
import { emptyGroup, fromRule, toRule } from "./rule";
import { SegmentsPage } from "./segments_page";

afterEach(cleanup);

const FIELDS: SegmentFields = {
  fields: [
    { name: "orders.count", kind: "count", tests: ["at_least", "at_most"], windowed: true },
    { name: "orders.product", kind: "word", tests: ["is", "one_of"], windowed: true },
    { name: "contact.known", kind: "flag", tests: ["is"], windowed: false },
    { name: "fact.name", kind: "personal_fact", tests: ["known", "unknown"], windowed: false },
  ],
  choices: [{ field: "orders.product", value: "LAKI", name: "Laki boots" }],
};
const BOOK = new Map(FIELDS.fields.map((field) => [field.name, field]));
const RULE = {
  all: [
    { field: "orders.count", is: "at_least", value: 2, within_days: 90 },
    { none: [{ field: "orders.product", is: "one_of", value: ["LAKI", "HEKLA"] }] },
    { field: "fact.name", is: "known" },
    { field: "contact.known", is: "is", value: false },
  ],
};
const PREVIEW: SegmentPreview = {
  count: 1,
  contacts: 40,
  counted: 40,
  low: 1,
  high: 1,
  sample: [
    {
      contact_id: "contact-abc123",
      language: "is",
      dialogues: 2,
      last_dialogue_at: "2026-11-20T10:00:00.000Z",
      orders: 3,
      spent_cents: 123_400,
      last_order_at: null,
    },
  ],
};
const LOYAL = { id: "s1", name: "Loyal", rule: RULE, created_at: "", updated_at: "" };
const HOUSE = {
  "GET segments": page([LOYAL]),
  "GET segments/fields": FIELDS,
  "POST segments/preview": PREVIEW,
};

it("shows a rule as it is kept, and keeps it as it was shown", () => {
  const draft = fromRule(RULE);
  expect(draft && toRule(draft, BOOK)).toEqual(RULE);
  expect(fromRule({ all: [{ odd: 1 }] })).toBeNull();
  expect(toRule(emptyGroup(), BOOK)).toBeNull();
});

it("teaches what a segment is while there is none", async () => {
  stage(<SegmentsPage />, { "GET segments": page([]) });
  expect(await screen.findByText("No segments yet")).toBeTruthy();
});

it("counts while a rule is written, and saves it", async () => {
  const { asked } = stage(<SegmentsPage id="new" />, { ...HOUSE, "POST segments": LOYAL });
  fireEvent.change(await screen.findByLabelText("What"), { target: { value: "orders.count" } });
  expect(screen.getByText(/Fill in every condition/)).toBeTruthy();
  fireEvent.input(screen.getByLabelText("Value"), { target: { value: "2" } });
  expect(await screen.findByText("1 of 40 contacts belongs now.")).toBeTruthy();
  const row = within(screen.getByRole("table")).getAllByRole("row")[1];
  expect(row?.textContent).toMatch(/abc123.*Icelandic.*1,234/);
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByText("Give it a name.")).toBeTruthy();
  fireEvent.input(screen.getByLabelText("Name"), { target: { value: " Twice " } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(asked.some(({ method, path }) => method === "POST" && path === "segments")).toBe(true),
  );
  const rule = { all: [{ field: "orders.count", is: "at_least", value: 2 }] };
  expect(asked.find(({ path, method }) => path === "segments" && method === "POST")?.body).toEqual({
    name: "Twice",
    rule,
  });
});

it("says what some of very many contacts tell, and goes on to count all", async () => {
  const some = { ...PREVIEW, count: 95_000, contacts: 600_000, counted: 9_375, low: 91_000, high: 99_000 };
  stage(<SegmentsPage id="s1" />, { ...HOUSE, "POST segments/preview": some });
  expect(
    await screen.findByText("About 95,000 of 600,000 contacts belong now: 91,000 to 99,000."),
  ).toBeTruthy();
  expect(screen.getByText(/Told by 9,375 contacts/)).toBeTruthy();
});

it("shows the exact number once all of very many contacts are counted", async () => {
  const some = { ...PREVIEW, count: 95_000, contacts: 600_000, counted: 9_375, low: 91_000, high: 99_000 };
  const { asked } = stage(<SegmentsPage id="s1" />, {
    ...HOUSE,
    "POST segments/preview": some,
    "POST segments/count": { count: 94_321, contacts: 600_000 },
  });
  expect(await screen.findByText("94,321 of 600,000 contacts belong now.")).toBeTruthy();
  expect(screen.queryByText(/Told by/)).toBeNull();
  expect(within(screen.getByRole("table")).getAllByRole("row")).toHaveLength(2);
  expect(asked.find(({ path }) => path === "segments/count")?.body).toEqual({ rule: RULE });
});

it("opens the dialogues of a saved segment only while its rule is unchanged", async () => {
  stage(<SegmentsPage id="s1" />, HOUSE);
  const link = await screen.findByText("See their dialogues");
  expect(link.getAttribute("href")).toBe("/marketing/dialogues?segment=s1");
  fireEvent.click(screen.getAllByRole("button", { name: "Add a condition" })[0] as HTMLElement);
  expect(screen.queryByText("See their dialogues")).toBeNull();
});

it("says that a segment is there no more", async () => {
  stage(<SegmentsPage id="gone" />, HOUSE);
  expect(await screen.findByText("This segment is there no more.")).toBeTruthy();
});
