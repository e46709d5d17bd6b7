/** What the page and the browser wish for, and what of it we can do. */
export interface Language {
  /** The first wish: the dialogue's language, whether or not the widget speaks it. */
  locale: string;
  /** The widget's own: its file's name, or English, which needs none. */
  spoken: string;
  /** That with a region where a wish has one: for `lang`, dates and times. */
  tag: string;
  dir: "ltr" | "rtl";
  /** What the button says until the chat is there. */
  chat: string;
}

/** The word on the button in every language the widget speaks. */
const CHAT: Record<string, string> = {
  en: "Chat",
  ar: "الدردشة",
  is: "Spjall",
  ru: "Чат",
  th: "แชท",
  zh: "線上客服",
};

/** By the first of the wishes that we speak; wishes that are no language tags do not count. */
export function languageOf(...given: readonly (string | null | undefined)[]): Language {
  const wishes = given.flatMap(tagsOf);
  const spoken = wishes.map(mainOf).find((main) => main in CHAT) ?? "en";
  const base = spoken === "zh" ? "zh-TW" : spoken;
  return {
    locale: wishes[0] ?? "en",
    spoken,
    tag: wishes.find((wish) => wish.startsWith(`${base}-`)) ?? base,
    dir: spoken === "ar" ? "rtl" : "ltr",
    chat: CHAT[spoken] ?? "",
  };
}

/** Browsers without a display say `en-US@posix`. */
function tagsOf(wish: string | null | undefined): string[] {
  try {
    return Intl.getCanonicalLocales(wish ?? []);
  } catch {
    return [];
  }
}

function mainOf(tag: string): string {
  return tag.split("-")[0] ?? tag;
}
