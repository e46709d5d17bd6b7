import { expect, test } from "vitest";
import { dayName } from "./dates";
import { accentRules, contrast } from "./later/colours";
import { en } from "./locales/en";
import { themeOf } from "./scheme";
import { localeOf, textsFor } from "./texts";

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

test("the first wish that is a language tag counts", () => {
  expect(localeOf("en-US@posix", "", null, "is-IS")).toBe("is-IS");
  expect(localeOf("nonsense!")).toBe("en");
});

test("a language we do not speak falls back to English, with the visitor's region where it is English", () => {
  expect(textsFor("fi").chat).toBe(en.chat);
  expect(textsFor("en", "fi-FI", "en-GB").tag).toBe("en-GB");
  expect(textsFor("fi", "fi-FI").tag).toBe("en");
});

test("days have the names people use", () => {
  const now = new Date(2026, 10, 21, 9);
  expect(dayName(new Date(2026, 10, 21, 0, 5), now, en)).toBe("Today");
  expect(dayName(new Date(2026, 10, 20, 23, 55), now, en)).toBe("Yesterday");
  expect(dayName(new Date(2025, 11, 24), now, en)).toContain("2025");
});
