import { useTexts } from "../../texts";
import { en as later } from "../locales/en";
import { en } from "./locales/en";

const CATALOGUES: Record<string, typeof en & typeof later> = { en: { ...later, ...en } };

/** In the language of the chat. */
export function useMemoryTexts() {
  const { tag } = useTexts();
  return CATALOGUES[tag.split("-")[0] ?? ""] ?? { ...later, ...en };
}
