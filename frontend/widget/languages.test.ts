import { expect, test } from "vitest";
import { languageOf } from "./languages";

test("the first wish that is a language tag is the dialogue's language", () => {
  expect(languageOf("en-US@posix", "", null, "is-IS").locale).toBe("is-IS");
  expect(languageOf("nonsense!", undefined).locale).toBe("en");
});

test("the embedding line comes before the page, the page before the browser", () => {
  expect(languageOf("th", "is", "ru").spoken).toBe("th");
  expect(languageOf(undefined, "is", "ru").spoken).toBe("is");
  expect(languageOf(undefined, "", "ru-RU", "en").spoken).toBe("ru");
});

test("a language we do not speak gives way to the next we do, and at last to English", () => {
  expect(languageOf(undefined, "fr", "de-AT", "ru")).toMatchObject({ locale: "fr", spoken: "ru" });
  expect(languageOf("fi", "fi-FI")).toMatchObject({ locale: "fi", spoken: "en", tag: "en" });
});

test("dates and times are written as in the first region among the wishes for the language", () => {
  expect(languageOf("en", "fi-FI", "en-GB").tag).toBe("en-GB");
  expect(languageOf("ar", "ar-EG").tag).toBe("ar-EG");
  expect(languageOf(undefined, "is").tag).toBe("is");
  // Isan is not Icelandic.
  expect(languageOf("isv").spoken).toBe("en");
});

test.each(["zh", "zh-CN", "zh-Hant-HK", "zh-TW"])(
  "%s is answered in Chinese as written in Taiwan",
  (wish) => {
    expect(languageOf(wish)).toMatchObject({ spoken: "zh", tag: "zh-TW" });
  },
);

test("only Arabic is written from right to left", () => {
  expect(["en", "ru", "is", "zh-TW", "th", "ar"].map((wish) => languageOf(wish).dir)).toEqual([
    "ltr",
    "ltr",
    "ltr",
    "ltr",
    "ltr",
    "rtl",
  ]);
});
