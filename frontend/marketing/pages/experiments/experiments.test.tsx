import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { ComparedView, ExperimentReport, ExperimentView } from "../../../wire/rest.gen";
import { page, stage } from "../../fixtures/stage";
import { fresh, fromView, planOf, problemsOf, variantsOf } from "./draft";
import { ExperimentsPage } from "./experiments_page";
import { sentence } from "./verdicts";

afterEach(cleanup);

const EXPERIMENT: ExperimentView = {
  id: "e1",
  inbox: "hraun",
  name: "A warmer greeting",
  design: "ab",
  state: "running",
  variants: [
    { name: "A", weight: 0.5, greeting: "Hello", replies: [] },
    { name: "B", weight: 0.5, greeting: "Lovely to see you!", replies: [] },
  ],
  goal: "dialogue",
  effect: 0.05,
  baseline: 0.2,
  window_hours: 24,
  created_at: "2026-11-01T10:00:00.000Z",
  started_at: "2026-11-01T11:00:00.000Z",
  ended_at: null,
  people: 420,
};
const LIFT = { value: 0.08, low: 0.02, high: 0.14 };
const COMPARED: ComparedView = {
  element: "greeting",
  base: [0],
  other: [1],
  verdict: "better",
  lifts: [
    { key: "dialogue", estimate: LIFT, harmed: false },
    { key: "handoff", estimate: null, harmed: false },
    { key: "rating", estimate: { value: -0.5, low: -0.9, high: -0.1 }, harmed: false },
  ],
};
const REPORT: ExperimentReport = {
  experiment: EXPERIMENT,
  as_of: "2026-11-20T10:00:00.000Z",
  finding: "better",
  ratio: { alarm: false, chance: 1 },
  arms: EXPERIMENT.variants.map(({ name, weight }) => ({
    name,
    weight,
    seen: 210,
    counted: 200,
    figures: [
      { key: "dialogue", people: 200, count: 40, estimate: { value: 0.2, low: 0.15, high: 0.25 } },
      { key: "rating", people: 12, count: 9, estimate: null },
    ],
  })),
  compared: [COMPARED],
  needed: 1200,
  days_left: 30,
  enough: 30,
};
const INBOXES = page([{ key: "hraun", name: "Hraun", greeting: "Hello" }]);

it("teaches what an experiment is while there is none", async () => {
  stage(<ExperimentsPage />, { "GET experiments": page([]) });
  expect(await screen.findByText("No experiments yet")).toBeTruthy();
});

it("finds one of many by its words", async () => {
  const other = { ...EXPERIMENT, id: "e2", name: "Fewer replies", state: "ended" };
  stage(<ExperimentsPage />, { "GET experiments": page([EXPERIMENT, other]) });
  fireEvent.input(await screen.findByLabelText("Find an experiment"), { target: { value: "ended" } });
  await waitFor(() => expect(screen.queryByText("A warmer greeting")).toBeNull());
  expect(screen.getByText("Fewer replies").closest("a")?.getAttribute("href")).toBe(
    "/marketing/experiments/e2",
  );
});

it("says what went wrong and offers to try again", async () => {
  stage(<ExperimentsPage id="e1" />, { "GET experiments/e1": 403 });
  expect(await screen.findByRole("alert")).toBeTruthy();
});

it("counts one person as one", async () => {
  const one = {
    ...REPORT,
    experiment: { ...EXPERIMENT, people: 1 },
    arms: REPORT.arms.map((arm) => ({ ...arm, counted: 0 })),
  };
  stage(<ExperimentsPage id="e1" />, { "GET experiments/e1": one, "GET inboxes": INBOXES });
  expect(await screen.findByText(/^1 person saw it, of about/)).toBeTruthy();
  expect(screen.getByText(/One of them still has time to respond and does not count yet/)).toBeTruthy();
  expect(screen.getByText(/upright line marks 0/)).toBeTruthy();
});

it("tells in a sentence what was found, and opens the dialogues behind a figure", async () => {
  stage(<ExperimentsPage id="e1" />, { "GET experiments/e1": REPORT, "GET inboxes": INBOXES });
  expect(await screen.findByText("B is better: +8.0 (+2.0 to +14.0) points.")).toBeTruthy();
  expect(screen.getByText(/420 people saw it, of about 1,200 planned/)).toBeTruthy();
  expect(screen.getByText(/20 of them still have time/)).toBeTruthy();
  const link = screen.getByRole("link", { name: /dialogues of B: They start a dialogue, 40 of 200/ });
  const query = new URL(link.getAttribute("href") ?? "", "http://hub").searchParams;
  expect(Object.fromEntries(query)).toMatchObject({
    from: "2026-11-01",
    experiment: "e1",
    arm: "1",
    counted_by: REPORT.as_of,
  });
});

it("warns before it praises", () => {
  const harmed = {
    ...COMPARED,
    lifts: COMPARED.lifts.map((lift) => ({ ...lift, harmed: lift.key === "rating" })),
  };
  expect(sentence({ ...REPORT, finding: "harm", compared: [harmed] })).toMatch(/^Careful: ratings are lower/);
  expect(sentence({ ...REPORT, finding: "uneven" })).toMatch(/^Do not use/);
  expect(sentence({ ...REPORT, finding: "alike" })).toMatch(/less than 5.0 points/);
  expect(sentence({ ...REPORT, finding: "few" })).toBe("Too early to say anything.");
});

it("saves a draft with the share that the calculator found", async () => {
  const plan = { people: 3000, days: 30, baseline: 0.25, per_day: 100, usual_people: 2800 };
  const { asked } = stage(<ExperimentsPage id="new" />, {
    "GET inboxes": INBOXES,
    "POST experiments/plan": plan,
    "POST experiments": { ...EXPERIMENT, state: "draft" },
  });
  fireEvent.click(await screen.findByText("Save the draft"));
  expect(await screen.findAllByText("Write something here.")).toHaveLength(2);
  fireEvent.input(screen.getByLabelText("Name"), { target: { value: " Warm " } });
  fireEvent.input(screen.getByLabelText("Greeting B"), { target: { value: "Hi!" } });
  expect(await screen.findByText("About 3,000 people in all.")).toBeTruthy();
  fireEvent.click(screen.getByText("Save the draft"));
  await waitFor(() => expect(asked.some(({ path }) => path === "experiments")).toBe(true));
  expect(asked.find(({ path }) => path === "experiments")?.body).toMatchObject({
    name: "Warm",
    design: "ab",
    baseline: 0.25,
    effect: 0.05,
    variants: [
      { name: "A", weight: 0.5, greeting: "Hello", replies: [] },
      { name: "B", weight: 0.5, greeting: "Hi!", replies: [] },
    ],
  });
});

it("starts only after it was asked twice", async () => {
  const draft = { ...REPORT, experiment: { ...EXPERIMENT, state: "draft" } };
  const { asked } = stage(<ExperimentsPage id="e1" />, {
    "GET experiments/e1": draft,
    "GET inboxes": INBOXES,
    "POST experiments/e1/start": REPORT,
  });
  fireEvent.click(await screen.findByText("Start…"));
  expect(asked.some(({ path }) => path.endsWith("/start"))).toBe(false);
  fireEvent.click(screen.getByText("Start"));
  expect(await screen.findByText(/B is better/)).toBeTruthy();
});

it("keeps a draft as it was, and says what is wrong with it", () => {
  const draft = fromView(EXPERIMENT);
  expect(variantsOf(draft)).toEqual(EXPERIMENT.variants);
  expect(problemsOf({ ...draft, weights: ["50", "40"] }).weights).toMatch(/add up to 90.0 %, not to 100/);
  expect(planOf({ ...draft, weights: ["50", "40"] })).toBeNull();
  expect(problemsOf(fresh("hraun", "Hello"))).toMatchObject({ name: "Write something here." });
  const crossed = { ...draft, kind: "factorial" as const, replies: ["", "Track my order\nTalk to a person"] };
  expect(variantsOf(crossed).map(({ name, weight, replies }) => [name, weight, replies])).toEqual([
    ["A1", 0.25, []],
    ["A2", 0.25, ["Track my order", "Talk to a person"]],
    ["B1", 0.25, []],
    ["B2", 0.25, ["Track my order", "Talk to a person"]],
  ]);
});
