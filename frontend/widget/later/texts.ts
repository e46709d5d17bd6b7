import { useTexts } from "../texts";
import { en } from "./locales/en";
import type { LaterTexts } from "./locales/texts";

const CATALOGUES: Record<string, LaterTexts> = { en };

/** In the language of the chat. */
export function useLaterTexts(): LaterTexts {
  const { tag } = useTexts();
  return CATALOGUES[tag] ?? CATALOGUES[tag.split("-")[0] ?? ""] ?? en;
}
