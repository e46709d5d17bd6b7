import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { en } from "./locales/en";
import type { Texts } from "./locales/texts";

export type { Texts } from "./locales/texts";

const CATALOGUES: Record<string, Texts> = { en };

/** The nearest language we speak, with dates and times as the first region among the wishes writes them. */
export function textsFor(locale: string, ...regions: readonly string[]): Texts {
  const language = locale.split("-")[0] ?? "";
  const texts = CATALOGUES[locale] ?? CATALOGUES[language] ?? en;
  const tag = [locale, ...regions].find((region) => region.startsWith(`${texts.tag}-`));
  return { ...texts, tag: localeOf(tag, texts.tag) };
}

const TextsContext = createContext<Texts>(en);
export const TextsProvider = TextsContext.Provider;

export function useTexts(): Texts {
  return useContext(TextsContext);
}

/** The first of the wishes that is a language tag; browsers without a display say `en-US@posix`. */
export function localeOf(...wishes: (string | null | undefined)[]): string {
  for (const wish of wishes) {
    try {
      const [tag] = Intl.getCanonicalLocales(wish ?? []);
      if (tag) return tag;
    } catch {
      // Not a tag: ask the next.
    }
  }
  return "en";
}
