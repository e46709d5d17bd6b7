import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OwnGreeting } from "../wire/rest.gen";
import { inLanguage, isTimeFor, watch } from "./watch";

const GREETING: OwnGreeting = {
  code: "sizes",
  text: "Which size?",
  texts: {},
  after_seconds: 0,
  scroll_percent: 0,
  leaving: false,
  visits: "any",
};
const NOW = {
  address: "https://shop.example/shop/jackets",
  seconds: 5,
  scrolled: 40,
  leaving: false,
  again: false,
};

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  sessionStorage.clear();
  document.body.replaceChildren(Object.assign(document.createElement("samtal-chat"), { lang: "en" }));
  navigator.sendBeacon = vi.fn(() => true);
});
afterEach(() => {
  // Ends what still watches.
  document.body.replaceChildren();
  vi.runOnlyPendingTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const bubble = () => document.querySelector("samtal-greeting")?.shadowRoot;

test("all that a greeting asks for must hold", () => {
  const holds = (asked: Partial<OwnGreeting>) => isTimeFor({ ...GREETING, ...asked }, NOW);
  expect(holds({ page: "/shop/jackets", after_seconds: 5, scroll_percent: 40, visits: "first" })).toBe(true);
  for (const asked of [
    { page: "/cart" },
    { after_seconds: 6 },
    { scroll_percent: 41 },
    { leaving: true },
    { visits: "again" as const },
  ])
    expect(holds(asked)).toBe(false);
});

test("it comes up at its time, is counted, and once a visit", () => {
  watch({ inbox: "demo", items: [{ ...GREETING, after_seconds: 3 }] });
  vi.advanceTimersByTime(2_500);
  expect(bubble()).toBeUndefined();
  vi.advanceTimersByTime(1_000);
  expect(bubble()?.textContent).toContain("Which size?");
  expect(navigator.sendBeacon).toHaveBeenCalledWith(expect.stringMatching(/\/r\/sizes$/));
  document.querySelector("samtal-greeting")?.remove();
  watch({ inbox: "demo", items: [GREETING] });
  vi.advanceTimersByTime(5_000);
  expect(bubble()).toBeUndefined();
});

test("taking it opens the chat with its code; closing it keeps it away", () => {
  const open = vi.fn();
  window.samtal = { open, on: vi.fn() } as unknown as typeof window.samtal;
  watch({ inbox: "demo", items: [GREETING] });
  bubble()?.querySelector<HTMLButtonElement>("button")?.click();
  expect(sessionStorage.getItem("samtal:element")).toBe("sizes");
  expect(open).toHaveBeenCalledOnce();
  expect(bubble()).toBeUndefined();
  delete window.samtal;

  sessionStorage.clear();
  localStorage.clear();
  watch({ inbox: "demo", items: [GREETING] });
  bubble()?.querySelector<HTMLButtonElement>("[aria-label=Close]")?.click();
  sessionStorage.clear();
  vi.setSystemTime(Date.now() + 30 * 86_400_000);
  watch({ inbox: "demo", items: [GREETING] });
  expect(bubble()).toBeUndefined();
});

test("who is known is asked for by their token, and gets nobody else's", async () => {
  localStorage.setItem("samtal:demo:token", "t-1");
  const asked = vi.fn(async (..._: unknown[]) =>
    Response.json({ items: [{ ...GREETING, text: "For you" }] }),
  );
  vi.stubGlobal("fetch", asked);
  watch({ inbox: "demo", items: [{ ...GREETING, text: "For all" }] });
  expect(bubble()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1_100);
  expect(bubble()?.textContent).toContain("For you");
  expect(asked.mock.calls[0]?.[1]).toMatchObject({ headers: { Authorization: "Bearer t-1" } });
});

test("the second visit is told from the first, and leaving from staying", () => {
  watch({ inbox: "demo", items: [{ ...GREETING, visits: "again" }] });
  vi.advanceTimersByTime(3_000);
  expect(bubble()).toBeUndefined();
  sessionStorage.clear();
  watch({ inbox: "demo", items: [{ ...GREETING, visits: "again", leaving: true }] });
  expect(bubble()).toBeUndefined();
  document.dispatchEvent(new MouseEvent("mouseout", { clientY: -1 }));
  expect(bubble()?.textContent).toContain("Which size?");
});

test("it speaks the page's language, and else as it was written first", () => {
  const written = { ...GREETING, text: "Hvaða stærð?", texts: { en: "Which size?", "zh-TW": "尺寸？" } };
  const read = ["en-GB", "zh-TW", "ar", "th", "is"].map((tag) => inLanguage(written, tag));
  expect(read).toEqual(["Which size?", "尺寸？", "Which size?", "Hvaða stærð?", "Hvaða stærð?"]);
});
