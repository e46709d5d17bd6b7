import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { helpReport, passage } from "../../fixtures/help";
import { stage } from "../../fixtures/stage";
import { HelpPage, summary } from "./help_page";
import { helpfulShare } from "./passage_table";

afterEach(cleanup);

const EMPTY = helpReport({ passages: [], missed: 0, questions: [] });

it("says how often pages answered, how many were helped, and how sure that is", () => {
  expect(summary(helpReport())).toBe(
    "Answers from pages: 40. Questions that found no page: 1. Of 30 who said whether it helped, 24 said yes (63%–90%).",
  );
  expect(summary(helpReport({ passages: [passage({ helpful: 0, not_helpful: 0 })] }))).toMatch(/Nobody has/);
  expect(summary(helpReport({ passages: [passage({ helpful: 2, not_helpful: 1 })] }))).not.toMatch(/%/);
});

it("gives no share before enough have judged", () => {
  expect(helpfulShare(24, 30)).toBe("80% (63%–90%)");
  expect(helpfulShare(2, 3)).toBe("Not enough yet");
  expect(helpfulShare(0, 0)).not.toMatch(/%/);
});

it("leads from a passage to its page and from a question to its dialogue", async () => {
  stage(<HelpPage />, { "GET reports/help": helpReport() });
  const link = await screen.findByText("How do I keep moths away?");
  expect(link.getAttribute("href")).toBe("/help/en/wool#moths");
  const question = screen.getByText("можно взять парку напрокат");
  expect(question.getAttribute("href")).toMatch(/^\/marketing\/dialogues\/c1/);
  expect(screen.getByText(/Russian/)).toBeTruthy();
});

it("says that a page is gone and that words were forgotten", async () => {
  const [question] = helpReport().questions;
  stage(<HelpPage />, {
    "GET reports/help": helpReport({
      passages: [passage({ title: null, heading: null })],
      questions: [{ ...question, text: null } as typeof question & object],
    }),
  });
  expect(await screen.findByText("This page is there no more")).toBeTruthy();
  expect(screen.getByText("These words were forgotten")).toBeTruthy();
});

it("is searched while typing", async () => {
  const other = passage({
    article: "visit",
    passage: "hours",
    path: "/help/th/visit#hours",
    language: "th",
    heading: "ร้านเปิดกี่โมง",
    title: "ร้าน",
  });
  stage(<HelpPage />, { "GET reports/help": helpReport({ passages: [passage(), other] }) });
  await screen.findByText("ร้านเปิดกี่โมง");
  fireEvent.input(screen.getByLabelText("Find a passage"), { target: { value: "moths" } });
  await waitFor(() => expect(screen.queryByText("ร้านเปิดกี่โมง")).toBeNull());
  expect(screen.getByText("How do I keep moths away?")).toBeTruthy();
});

it("tells what will be here while there is nothing", async () => {
  stage(<HelpPage />, { "GET reports/help": EMPTY });
  expect(await screen.findByText("No answers from pages yet")).toBeTruthy();
  expect(screen.getByText("See the help pages").getAttribute("href")).toBe("/help");
});

it("says what happened when the hub does not answer, and tries again", async () => {
  const { asked } = stage(<HelpPage />, { "GET reports/help": 500 });
  fireEvent.click(await screen.findByRole("button", { name: /try again/i }, { timeout: 8000 }));
  await waitFor(() => expect(asked.length).toBeGreaterThan(1));
});
