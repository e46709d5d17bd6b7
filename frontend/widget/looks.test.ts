import { expect, test, vi } from "vitest";
import { date, dayName, fullTime, timeOfDay } from "./dates";
import { accentRules, contrast } from "./later/colours";
import { moment } from "./later/moment";
import { en } from "./locales/en";
import { texts as is } from "./locales/is";
import { themeOf } from "./scheme";

test.each(["#ffff00", "#000000", "#ff7f50", "#1a5fb4", "#ffffff"])(
  "the accent %s can be read on and under text",
  (accent) => {
    const shades = [...accentRules(accent).matchAll(/--(accent|on-accent):rgb\(([\d ]+)\)/g)].map((match) =>
      (match[2] ?? "").split(" ").map(Number),
    );
    const [light = [], onLight = [], dark = [], onDark = []] = shades;
    expect(contrast(light, onLight)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(light, [255, 255, 255])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, onDark)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, [25, 24, 23])).toBeGreaterThanOrEqual(4.5);
  },
);

test("an accent that is no colour changes nothing", () => {
  expect(accentRules("red;}*{display:none}")).toBe("");
});

test("the host page decides between light and dark, and one that says nothing is light", () => {
  expect(themeOf("", true)).toBe("light");
  expect(themeOf("light dark", true)).toBe("dark");
  expect(themeOf("light dark", false)).toBe("light");
  expect(themeOf("dark", false)).toBe("dark");
  expect(themeOf("only light", true)).toBe("light");
});

test("days have the names people use", () => {
  const now = new Date(2026, 10, 21, 9);
  expect(dayName(new Date(2026, 10, 21, 0, 5), now, en)).toBe("Today");
  expect(dayName(new Date(2026, 10, 20, 23, 55), now, en)).toBe("Yesterday");
  expect(dayName(new Date(2025, 11, 24), now, en)).toContain("2025");
});

test("days and times to come are said in the language, with the date once the weekday is not enough", () => {
  vi.setSystemTime(new Date(2026, 10, 21, 9));
  const monday = new Date(2026, 10, 23, 9);
  expect(moment(monday, { ...en, tag: "en-GB" })).toBe("Monday 09:00");
  expect(moment(monday, { ...en, tag: "ru" })).toContain("понедельник");
  expect(moment(new Date(2026, 11, 24, 9), is)).toMatch(/fimmtudagur.*24\. desember/);
  expect(moment(monday, { ...en, tag: "zh-TW" })).toContain("星期一");
  vi.useRealTimers();
});

test("nothing in the styles knows left from right, but the side a page asks for", () => {
  const sheets = import.meta.glob<string>("./**/*.css", { query: "?raw", import: "default", eager: true });
  expect(Object.keys(sheets)).toHaveLength(6);
  for (const [name, css] of Object.entries(sheets)) {
    const free = css.replace(/:host\(\[data-position="(?:left|right)"\]\)\s*\{[^}]*\}/g, "");
    expect(free, name).not.toMatch(
      /(?:^|[\s{;-])(?:left|right|width|height)\s*:|(?:margin|padding|border)-(?:top|left|right|bottom)|float:|text-align:\s*(?:left|right)/,
    );
  }
});

test("Icelandic says its dates itself, for Chromium cannot", () => {
  const at = new Date(2026, 10, 23, 9, 5);
  expect(dayName(at, new Date(2026, 11, 1), is)).toBe("mánudagur, 23. nóvember");
  expect(date(at, new Date(2027, 0, 1), is)).toBe("23. nóvember 2026");
  expect(timeOfDay(at, is)).toBe("09:05");
  expect(fullTime(at, is)).toMatch(/^mánudagur, 23\. nóvember 2026 kl\. 09:05:00 \S+/);
});
