/** Names of themes, and the dialogues behind them. */

import type { ThemeView } from "../../../wire/rest.gen";
import type { Period } from "../../measures/period";
import { address, type Filters } from "../../places/filters";
import { readable, valueName } from "../../places/names";
import { words } from "./texts";

export const KINDS = ["all", "told", "product", "intent", "handoff"] as const;
export type Kind = (typeof KINDS)[number];

export function themeName({ kind, key }: ThemeView): string {
  if (kind === "told") return words.told[key] ?? readable(key.split(":").at(-1) ?? key);
  return kind === "intent" ? readable(key) : valueName("handoff_reason", key);
}

/** With the product, where it is about one. */
export function fullName(theme: ThemeView): string {
  return theme.about ? `${themeName(theme)}, ${theme.about_name ?? theme.about}` : themeName(theme);
}

export function isOf(kind: Kind, { kind: own, about }: ThemeView): boolean {
  if (kind === "all") return !about;
  return kind === "product" ? Boolean(about) : own === kind && !about;
}

/** Exactly the dialogues it counts. */
export function themeAddress({ kind, key, about }: ThemeView, period: Period): string {
  const filters: Filters =
    kind === "intent"
      ? { intent: key }
      : kind === "handoff"
        ? { handoff_reason: key }
        : { told: key, ...(about ? { about } : {}) };
  return address("/dialogues", period, filters);
}
