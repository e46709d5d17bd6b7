import { cleanup, screen } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { measure, memoryReport } from "../../fixtures/memory";
import { stage } from "../../fixtures/stage";
import { MemoryPage } from "./memory_page";
import { liftText, summary } from "./verdicts";

afterEach(cleanup);

const NONE = { contacts: 0, dialogues: 0, interval: null };
const EMPTY = measure({ treated: NONE, held_out: NONE, lift: null, verdict: "few" });
const FEWER = { value: -0.1, low: -0.15, high: -0.05 };

describe("the verdict in words", () => {
  it("names what memory does, by what is better and not by what is more", () => {
    const handed = measure({ key: "handed_off", more_is_better: false, lift: FEWER });
    expect(summary(memoryReport({ measures: [measure(), handed] }))).toBe(
      "Memory helps: more dialogues are resolved, fewer dialogues go to a person.",
    );
  });

  it("does not keep harm to itself", () => {
    const harm = measure({ key: "rating", mean: true, lift: FEWER, verdict: "worse" });
    expect(summary(memoryReport({ measures: [harm] }))).toBe("Memory harms: ratings are lower.");
  });

  it("claims nothing that cannot be told", () => {
    expect(summary(memoryReport({ measures: [measure({ verdict: "unclear" })] }))).toMatch(/no difference/);
    expect(summary(memoryReport({ measures: [EMPTY] }))).toMatch(/too early/);
  });

  it("differences of shares are points with a sign", () => {
    expect(liftText(measure(), FEWER)).toBe("−10.0 (−15.0 to −5.0) points");
    expect(liftText(measure({ mean: true }), { value: 0.25, low: 0, high: 0.5 })).toMatch(
      /^\+0\.[23] \(0\.0 to/,
    );
  });
});

it("shows both arms with how many they stand on, and the difference", async () => {
  stage(<MemoryPage />, { "GET reports/memory": memoryReport() });
  expect(await screen.findByText("900 contacts, 1,200 dialogues")).toBeTruthy();
  expect(screen.getByText("70% (67% to 73%)")).toBeTruthy();
  expect(screen.getByText("55% (46% to 64%)")).toBeTruthy();
  expect(screen.getByText("+15.0 (+5.5 to +24.5) points")).toBeTruthy();
  expect(screen.getByText("Held out now: 10% of Hraun.")).toBeTruthy();
});

it("gives no number where there are too few", async () => {
  const few = { contacts: 12, dialogues: 15, interval: null };
  stage(<MemoryPage />, {
    "GET reports/memory": memoryReport({
      measures: [measure({ held_out: few, lift: null, verdict: "few" })],
    }),
  });
  expect(await screen.findAllByText("Not enough yet")).toHaveLength(2);
  expect(screen.getByText(/needs 30 contacts/)).toBeTruthy();
});

it("teaches how to hold contacts out while nobody is", async () => {
  stage(<MemoryPage />, {
    "GET reports/memory": memoryReport({ measures: [EMPTY], shares: [{ inbox: "Hraun", percent: 0 }] }),
  });
  expect(await screen.findByText("Nobody is held out of memory")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Open the settings" }).getAttribute("href")).toMatch(/^\/console/);
});

it("says that it waits when contacts are held out and none has come", async () => {
  stage(<MemoryPage />, { "GET reports/memory": memoryReport({ measures: [EMPTY] }) });
  expect(await screen.findByText(/No dialogue of this period/)).toBeTruthy();
});

it("says what went wrong and offers to try again", async () => {
  stage(<MemoryPage />, { "GET reports/memory": 403 });
  expect(await screen.findByRole("alert")).toBeTruthy();
});
