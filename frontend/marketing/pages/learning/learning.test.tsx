import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { ADMIN, botJobs, INTENTS, lesson, line, queue, training } from "../../fixtures/learning";
import { page, stage } from "../../fixtures/stage";
import { LearningPage } from "./learning_page";
import { summary } from "./lesson_list";

afterEach(cleanup);

const ANSWERS = {
  "GET learning/lines": queue(),
  "GET learning/intents": page(INTENTS),
  "GET learning/lessons": page([]),
  "GET learning/jobs": botJobs(),
  "POST learning/lessons": page([lesson()]),
};

async function group(words: string) {
  const found = (await screen.findByText(words)).closest(".line-group");
  if (!(found instanceof HTMLElement)) throw new Error("the line is in no group");
  return within(found);
}

it("assigns the chosen lines of a group to what they mean", async () => {
  const { asked } = stage(<LearningPage account={ADMIN} />, ANSWERS);
  const gifts = await group("gift wrapping?");
  await gifts.findByRole("option", { name: "Track order" });
  fireEvent.click(gifts.getByRole("checkbox", { name: "Choose “do you wrap gifts”" }));
  fireEvent.change(gifts.getByLabelText("It should have been"), { target: { value: "track_order" } });
  fireEvent.click(gifts.getByRole("button", { name: "Assign 1 line" }));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")).toBeTruthy());
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
    message_ids: ["m2"],
    intent: "track_order",
  });
});

it("takes a line in other words, and sets it aside without", async () => {
  const { asked } = stage(<LearningPage account={ADMIN} />, ANSWERS);
  const alone = await group("say it with flowers");
  await alone.findByRole("option", { name: "Greet" });
  fireEvent.input(alone.getByLabelText("Worded as"), { target: { value: "with flowers" } });
  fireEvent.change(alone.getByLabelText("It should have been"), { target: { value: "greet" } });
  fireEvent.click(alone.getByRole("button", { name: "Assign 1 line" }));
  const posts = () => asked.filter(({ method }) => method === "POST").map(({ body }) => body);
  await waitFor(() => expect(posts()).toHaveLength(1));
  const again = await group("say it with flowers");
  await waitFor(() =>
    expect(again.getByRole("button", { name: "Nothing to learn" })).not.toHaveProperty("disabled", true),
  );
  fireEvent.click(again.getByRole("button", { name: "Nothing to learn" }));
  await waitFor(() =>
    expect(posts()).toEqual([
      { message_ids: ["m3"], intent: "greet", wording: "with flowers" },
      { message_ids: ["m3"], intent: null },
    ]),
  );
});

it("asks what it means before anything is sent", async () => {
  const { asked } = stage(<LearningPage account={ADMIN} />, ANSWERS);
  const alone = await group("say it with flowers");
  fireEvent.click(alone.getByRole("button", { name: "Assign 1 line" }));
  expect(await alone.findByText("Choose what it means.")).toBeTruthy();
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
});

it("asks the hub for the language, the certainty and the words that are chosen", async () => {
  const { asked } = stage(<LearningPage account={ADMIN} />, ANSWERS);
  fireEvent.click(await screen.findByRole("button", { name: "Sure (20)" }));
  fireEvent.change(screen.getByLabelText("Language"), { target: { value: "th" } });
  await waitFor(() => {
    const query = asked.findLast(({ path }) => path === "learning/lines")?.query;
    expect([query?.get("certainty"), query?.get("language")]).toEqual(["sure", "th"]);
  });
  expect(window.location.search).toMatch(/certainty=sure/);
});

it("says what was taken for what, and leads to the dialogue", async () => {
  const groups = [[line({ intent: "greet", confidence: 0.93, text: "halló" })]];
  stage(<LearningPage account={ADMIN} />, { ...ANSWERS, "GET learning/lines": queue({ groups }) });
  expect(await screen.findByText(/taken as “Greet” \(93%\)/)).toBeTruthy();
  expect(screen.getByText("See the dialogue").getAttribute("href")).toMatch(/^\/marketing\/dialogues\/c1/);
});

it("takes a review back, and offers the change of the training data", async () => {
  const { asked } = stage(<LearningPage account={ADMIN} />, {
    ...ANSWERS,
    "GET learning/lessons": page([lesson()]),
    "DELETE learning/lessons/l1": {},
  });
  fireEvent.click(await screen.findByRole("button", { name: "Take back “pkg 10432?”" }));
  await waitFor(() => expect(asked.some(({ method }) => method === "DELETE")).toBe(true));
  const link = screen.getByText("Download as a change of the training data");
  expect(link.getAttribute("href")).toBe("/api/v1/learning/changes");
});

it("counts what is taught, what is judged by and what is neither", () => {
  const all = [lesson(), lesson({ held_out: true }), lesson({ intent: null, held_out: true })];
  expect(summary(all)).toBe("1 line to be taught, 1 kept back to judge by, 1 set aside.");
});

it("shows an agent's role no buttons, and everybody what will be here", async () => {
  stage(<LearningPage account={{ ...ADMIN, role: "agent" }} />, ANSWERS);
  expect(await screen.findByText("gift wrapping?")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Assign/ })).toBeNull();
  cleanup();
  const none = queue({ languages: [], groups: [], total: 0, language: null });
  stage(<LearningPage account={ADMIN} />, { ...ANSWERS, "GET learning/lines": none });
  expect(await screen.findByText("Nothing to look at")).toBeTruthy();
});

it("shows what was set aside, as the hub leaves out what is nothing", async () => {
  const { intent: _, ...aside } = lesson({ example: "so what" });
  stage(<LearningPage account={ADMIN} />, { ...ANSWERS, "GET learning/lessons": page([aside]) });
  expect(await screen.findByText("so what")).toBeTruthy();
  expect(screen.getAllByText("Nothing to learn").length).toBeGreaterThan(0);
});

it("trains with what was assigned, and shows how far it is", async () => {
  const running = training({ state: "running", step: "learning", share: 0.4, scores: [] });
  const { asked } = stage(<LearningPage account={ADMIN} />, {
    ...ANSWERS,
    "GET learning/lessons": page([lesson()]),
    "GET learning/jobs": botJobs([running]),
  });
  expect((await screen.findByRole("progressbar")).getAttribute("value")).toBe("0.4");
  expect(screen.getByRole("button", { name: "Train with 1 line" })).toHaveProperty("disabled", true);
  fireEvent.click(screen.getByRole("button", { name: "Stop the training" }));
  await waitFor(() => expect(asked.some(({ path }) => path === "learning/jobs/t1")).toBe(true));
});

it("puts a model into service that is not worse, and goes back", async () => {
  const { asked } = stage(<LearningPage account={ADMIN} />, {
    ...ANSWERS,
    "GET learning/jobs": botJobs([training()], "built", "t0"),
    "POST learning/trainings/t1/promote": training(),
    "POST learning/roll-back": training(),
  });
  expect((await screen.findAllByText("98.1%")).length).toBe(2);
  fireEvent.click(screen.getByRole("button", { name: "Put into service" }));
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith("/promote"))).toBe(true));
  const back = screen.getByRole("button", { name: /^Go back/ });
  await waitFor(() => expect(back).not.toHaveProperty("disabled", true));
  fireEvent.click(back);
  await waitFor(() => expect(asked.some(({ path }) => path === "learning/roll-back")).toBe(true));
});

it("says why a model may not serve, and offers no way around it", async () => {
  const faults = [
    { fault: "language_worse" as const, language: "th" },
    { fault: "fewer_right" as const, language: null },
  ];
  stage(<LearningPage account={ADMIN} />, {
    ...ANSWERS,
    "GET learning/jobs": botJobs([training({ faults })]),
  });
  expect(await screen.findByText("It is worse in Thai.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Put into service" })).toBeNull();
});

it("says that no trainer runs, and leaves models to administrators", async () => {
  stage(<LearningPage account={{ ...ADMIN, role: "marketer" }} />, {
    ...ANSWERS,
    "GET learning/jobs": { trainer: null, jobs: [training()] },
  });
  expect(await screen.findByText(/No trainer is running/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Train|Put into service/ })).toBeNull();
});

it("makes an intent with a name, a topic and an answer", async () => {
  const { asked } = stage(<LearningPage account={ADMIN} />, {
    ...ANSWERS,
    "POST learning/intents": INTENTS[0],
  });
  const make = await screen.findByRole("button", { name: "Make a new intent" });
  await waitFor(() => expect(make).not.toHaveProperty("disabled", true));
  fireEvent.click(make);
  fireEvent.input(screen.getByLabelText("Name"), { target: { value: "Gift wrapping" } });
  fireEvent.click(screen.getByRole("button", { name: "Make it" }));
  expect(await screen.findByText("An answer in English is needed.")).toBeTruthy();
  fireEvent.input(screen.getByLabelText("Name"), { target: { value: "gift_wrapping" } });
  fireEvent.input(screen.getByLabelText("Answer in English"), { target: { value: "We do." } });
  fireEvent.click(screen.getByRole("button", { name: "Make it" }));
  await waitFor(() =>
    expect(asked.find(({ path, method }) => method === "POST" && path === "learning/intents")?.body).toEqual({
      name: "gift_wrapping",
      topic: "order",
      answers: { en: "We do." },
    }),
  );
});
