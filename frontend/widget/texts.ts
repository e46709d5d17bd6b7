import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { en } from "./locales/en";
import type { SomeTexts } from "./locales/texts";

export type { Texts } from "./locales/texts";

const TextsContext = createContext<SomeTexts>(en);
export const TextsProvider = TextsContext.Provider;

export function useTexts(): SomeTexts {
  return useContext(TextsContext);
}
