import { useTexts } from "../texts";
import { en } from "./locales/en";
import type { LaterTexts } from "./locales/texts";

/** In the language of the chat; other languages have brought theirs. */
export function useLaterTexts(): LaterTexts {
  return { ...en, ...useTexts() };
}
