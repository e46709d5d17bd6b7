import type { AllTexts } from "./locales/texts";

/** What the embedding line says, read once by the loader. */
export interface Settings {
  inbox: string;
  /** Where the hub's files lie, with a slash at the end. */
  base: string;
  /** The dialogue's language. */
  locale: string;
  identity: string | undefined;
  /** Opens by itself, except on a phone and where the visitor closed it before. */
  open: boolean;
}

/** A call made on `window.samtal`, kept until the chat code is there. */
export type Call = [name: string, ...args: unknown[]];

/** What the chat code hands back to the loader: one door for every call. */
export type Perform = (...call: Call) => void;

/** The chat code's only export; without texts it speaks English. The host says the language by its `lang`. */
export type Start = (
  host: HTMLElement,
  settings: Settings,
  perform: (call: Perform) => void,
  texts?: AllTexts,
) => void;

/** Anything narrower gets the full-screen sheet. */
export const PHONE = "(max-width: 640px)";
