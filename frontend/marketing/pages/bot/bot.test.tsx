import { cleanup, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { AgentsReport, BotReport } from "../../../wire/rest.gen";
import { page, stage } from "../../fixtures/stage";
import { AgentsPage } from "../agents/agents_page";
import { BotPage } from "./bot_page";

afterEach(cleanup);

const RATINGS = [1, 2, 3, 4, 5].map((score) => ({ key: String(score), count: score === 5 ? 24 : 0 }));
const TIMES = { from: "2026-10-23T00:00:00.000Z", to: "2026-11-22T00:00:00.000Z" };
const BOT: BotReport = {
  ...TIMES,
  dialogues: 200,
  resolved: 160,
  bot_alone: 110,
  handed_off: 60,
  missed: 31,
  asked_again: 2,
  rated: 24,
  rating_mean: 5,
  ratings: RATINGS,
  first_replies: 198,
  first_reply_median_seconds: 1.2,
  languages: [{ language: "th", dialogues: 9, resolved: 8, bot_alone: 5, handed_off: 4, missed: 3 }],
  intents: [{ intent: "track_order", dialogues: 50, handed_off: 13 }],
  handoff_reasons: [{ key: "complaint", count: 17 }],
};
const AGENTS: AgentsReport = {
  ...TIMES,
  handed_off: 60,
  taken: 58,
  waits: 57,
  wait_median_seconds: 95,
  handoff_reasons: [],
  agents: [
    {
      id: "anna-id",
      name: "Anna",
      dialogues: 33,
      resolved: 32,
      rated: 24,
      rating_mean: 5,
      ratings: RATINGS,
      waits: 30,
      wait_median_seconds: 80,
    },
    {
      id: "left-id",
      name: "",
      dialogues: 4,
      resolved: 4,
      rated: 3,
      rating_mean: 2,
      ratings: [{ key: "2", count: 3 }],
      waits: 0,
      wait_median_seconds: null,
    },
  ],
};
const NOTHING = { "GET elements": page([]), "GET campaigns": page([]), "GET segments": page([]) };
const leadsTo = (text: string) => screen.getByText(text).getAttribute("href");

it("each figure of the bot opens its dialogues", async () => {
  stage(<BotPage />, { ...NOTHING, "GET reports/bot": BOT }, "/marketing/bot?days=7");
  const missed = await screen.findByRole("link", { name: "See the dialogues: Not understood" });
  expect(missed.getAttribute("href")).toBe("/marketing/dialogues?days=7&outcome=missed");
  expect(screen.getByText("31 of 200")).toBeTruthy();
  expect(screen.getByText("Thai")).toBeTruthy();
  expect(leadsTo("9")).toBe("/marketing/dialogues?days=7&locale=th");
  expect(leadsTo("3")).toBe("/marketing/dialogues?days=7&outcome=missed&locale=th");
  expect(leadsTo("13")).toBe("/marketing/dialogues?days=7&outcome=handed_off&intent=track_order");
});

it("each figure of a person opens their dialogues, and a handful of ratings gives no mean", async () => {
  stage(<AgentsPage />, { ...NOTHING, "GET reports/agents": AGENTS }, "/marketing/agents?days=7");
  expect(await screen.findByText("Anna")).toBeTruthy();
  expect(leadsTo("33")).toBe("/marketing/dialogues?days=7&took=anna-id");
  expect(leadsTo("of 30")).toBe("/marketing/dialogues?days=7&outcome=waited_alone&took=anna-id");
  expect(screen.getByText("Somebody who left")).toBeTruthy();
  expect(screen.getByText("Not enough yet")).toBeTruthy();
});
