import { useTexts } from "../../texts";
import { en as later } from "../locales/en";
import type { LaterTexts } from "../locales/texts";
import { en } from "./locales/en";
import type { FileTexts } from "./locales/texts";

const OTHERS: Record<string, () => Promise<{ texts: FileTexts }>> = {
  ar: () => import("./locales/ar"),
  is: () => import("./locales/is"),
  ru: () => import("./locales/ru"),
  th: () => import("./locales/th"),
  zh: () => import("./locales/zh"),
};
const known: Record<string, FileTexts> = { en };

/** Before anything is shown in a language. */
export async function fetchFileTexts(tag: string): Promise<void> {
  const language = languageOf(tag);
  const { texts } = (await OTHERS[language]?.()) ?? {};
  if (texts) known[language] = texts;
}

/** In the language of the chat. */
export function useFileTexts(): LaterTexts & FileTexts {
  const texts = useTexts();
  return { ...later, ...texts, ...(known[languageOf(texts.tag)] ?? en) };
}

function languageOf(tag: string): string {
  return tag.split("-")[0] ?? tag;
}
