import type { Asking } from "../views/dialogue_header";

/** What lies over the columns. */
export type Shown = Asking | "help" | "palette" | "remember" | null;
