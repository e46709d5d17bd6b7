import { useTexts } from "../../texts";
import { en as later } from "../locales/en";
import type { LaterTexts } from "../locales/texts";
import { en } from "./locales/en";
import type { MemoryTexts } from "./locales/texts";

const OTHERS: Record<string, () => Promise<{ texts: MemoryTexts }>> = {
  ar: () => import("./locales/ar"),
  is: () => import("./locales/is"),
  ru: () => import("./locales/ru"),
  th: () => import("./locales/th"),
  zh: () => import("./locales/zh"),
};
const known: Record<string, MemoryTexts> = { en };

/** Before anything is shown in a language. */
export async function fetchMemoryTexts(tag: string): Promise<void> {
  const language = languageOf(tag);
  const { texts } = (await OTHERS[language]?.()) ?? {};
  if (texts) known[language] = texts;
}

/** In the language of the chat. */
export function useMemoryTexts(): LaterTexts & MemoryTexts {
  const texts = useTexts();
  return { ...later, ...texts, ...(known[languageOf(texts.tag)] ?? en) };
}

function languageOf(tag: string): string {
  return tag.split("-")[0] ?? tag;
}
