import { expect, test } from "vitest";
import { en as enLater } from "../later/locales/en";
import { texts as arMemory } from "../later/memory/locales/ar";
import { en as enMemory } from "../later/memory/locales/en";
import { texts as isMemory } from "../later/memory/locales/is";
import { texts as ruMemory } from "../later/memory/locales/ru";
import { texts as thMemory } from "../later/memory/locales/th";
import { texts as zhMemory } from "../later/memory/locales/zh";
import { texts as ar } from "./ar";
import { en } from "./en";
import { texts as is } from "./is";
import { texts as ru } from "./ru";
import { texts as th } from "./th";
import { texts as zh } from "./zh";

/** Not a line but a way of saying dates. */
const { written: _, ...isLines } = is;
const ENGLISH = { ...en, ...enLater, ...enMemory };
const OTHERS = {
  ru: { ...ru, ...ruMemory },
  is: { ...isLines, ...isMemory },
  zh: { ...zh, ...zhMemory },
  th: { ...th, ...thMemory },
  ar: { ...ar, ...arMemory },
};
const ALL = Object.entries({ en: ENGLISH, ...OTHERS });
const SCRIPTS = { ru: "Cyrillic", is: "Latin", zh: "Han", th: "Thai", ar: "Arabic" };
const COUNTS = Array.from({ length: 130 }, (_, count) => count);
const COUNTED = [
  "openChatUnread",
  "charactersLeft",
  "waitingWithin",
  "waitingAbout",
  "stillThere",
] as const satisfies (keyof typeof OTHERS.ru)[];

/** Every word of a catalogue by its path, functions as they are. */
function linesOf(texts: object, path = ""): [string, unknown][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "object" ? linesOf(value, `${path}${key}.`) : [[path + key, value] as [string, unknown]],
  );
}

const ONLY_HUB_WORDS = ["addressNoted", "answeredByMail", "answeredHere", "stillThere"];
const shared = linesOf(ENGLISH).map(([path]) => path);

test.each(Object.entries(OTHERS))(
  "%s has every line of English, those of the hub, and no other",
  (_, texts) => {
    expect(
      linesOf(texts)
        .map(([path]) => path)
        .sort(),
    ).toEqual([...shared, ...ONLY_HUB_WORDS].sort());
  },
);

test.each(ALL)("%s leaves no line empty and puts in everything it is given", (_, texts) => {
  for (const [path, line] of linesOf(texts)) {
    if (typeof line === "string") expect(line.trim(), path).not.toBe("");
    if (typeof line !== "function") continue;
    const given = Array.from({ length: line.length }, (_, index) => 57 + index * 2);
    const said = String(line(...given));
    for (const value of given) expect(said, path).toContain(String(value));
    expect(said, path).not.toMatch(/undefined|null|\[object| {2}/);
  }
});

test.each(ALL)("%s takes as many values as English in every line", (_, texts) => {
  const english = new Map(linesOf(ENGLISH));
  for (const [path, line] of linesOf(texts)) {
    const model = english.get(path);
    if (typeof model === "function") expect((line as typeof model).length, path).toBe(model.length);
  }
});

test.each(ALL)("%s has a form for every count", (_, texts) => {
  const counted = COUNTED.flatMap((key) => (key in texts ? [texts[key as keyof typeof ENGLISH]] : []));
  for (const say of counted as ((count: number) => string)[])
    for (const count of COUNTS) expect(say(count)).not.toMatch(/undefined/);
});

test("counts take the form that their language asks for", () => {
  expect([1, 2, 5, 11, 21, 22, 111].map(ru.openChatUnread)).toEqual([
    "Открыть чат, 1 новое сообщение",
    "Открыть чат, 2 новых сообщения",
    "Открыть чат, 5 новых сообщений",
    "Открыть чат, 11 новых сообщений",
    "Открыть чат, 21 новое сообщение",
    "Открыть чат, 22 новых сообщения",
    "Открыть чат, 111 новых сообщений",
  ]);
  expect([1, 5, 11, 21].map(is.charactersLeft)).toEqual([
    "1 stafur eftir",
    "5 stafir eftir",
    "11 stafir eftir",
    "21 stafur eftir",
  ]);
  expect([0, 1, 2, 3, 11, 100].map(ar.charactersLeft)).toEqual([
    "لم يبق أي حرف",
    "بقي حرف واحد",
    "بقي حرفان",
    "بقيت 3 أحرف",
    "بقي 11 حرفًا",
    "بقي 100 حرف",
  ]);
});

/** What is the same everywhere: a tag, a name, nothing but a value. */
const NO_WORDS = new Set(["tag", "memoryFileName"]);

test.each(Object.entries(OTHERS))(
  "%s is written in its own script, nothing left in English",
  (name, texts) => {
    const script = new RegExp(`\\p{Script=${SCRIPTS[name as keyof typeof SCRIPTS]}}`, "u");
    const english = new Map(linesOf(ENGLISH));
    for (const [path, line] of linesOf(texts)) {
      if (NO_WORDS.has(path)) continue;
      const said = typeof line === "function" ? String(line(7, 9)) : String(line);
      expect(said, path).toMatch(script);
      const model = english.get(path);
      // Icelandic and English share "Sent", and nothing else.
      if (typeof line === "string" && path !== "sent") expect(said, path).not.toBe(model);
    }
  },
);

test("Chinese is written as in Taiwan", () => {
  const words = JSON.stringify(linesOf(OTHERS.zh).map(([, line]) => String(line)));
  expect(words).not.toMatch(/[们这对为时间网络发请说连关闭]/u);
  expect(words).not.toMatch(/在線客服|信息|發送|默認|視頻|軟件|網絡/u);
});

test("Thai is polite and Russian supposes nobody's gender", () => {
  const thai = linesOf(OTHERS.th).map(([, line]) => String(line));
  expect(thai.filter((line) => /ค่ะ|คะ/u.test(line)).length).toBeGreaterThan(20);
  expect(thai.filter((line) => /ครับ|ค่ะ\?|นะค่ะ/u.test(line))).toEqual([]);
  const russian = linesOf(OTHERS.ru).map(([, line]) => String(line));
  expect(
    russian.filter((line) =>
      /\((?:а|ась|ла)\)|присоединился|вышел|сказал[аи]? |[^\p{L}]ты[^\p{L}]/iu.test(line),
    ),
  ).toEqual([]);
});
