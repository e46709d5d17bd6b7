/** Where in the console one is, as the address says. */

import type { ListName } from "./model";

export const SETTINGS_PARTS = ["teams", "agents", "inbox", "webhooks"] as const;
export type SettingsPart = (typeof SETTINGS_PARTS)[number];

export interface Place {
  readonly list?: ListName;
  readonly conversationId?: string;
  readonly settings?: SettingsPart;
  /** On narrow screens the contact panel is a step of its own. */
  readonly showsContact: boolean;
}

export function placeOf(path: string): Place {
  const [first = "", second = "", third = ""] = path.split("/").filter(Boolean);
  if (first === "c" && second) {
    return { conversationId: decoded(second), showsContact: third === "contact" };
  }
  if (first === "settings") {
    return { settings: SETTINGS_PARTS.find((part) => part === second) ?? "teams", showsContact: false };
  }
  if (first === "waiting" || first === "all") return { list: first, showsContact: false };
  return { list: "mine", showsContact: false };
}

export function pathToList(list: ListName): string {
  return list === "mine" ? "/" : `/${list}`;
}

export function pathToSettings(part: SettingsPart = "teams"): string {
  return `/settings/${part}`;
}

export function pathToConversation(id: string): string {
  return `/c/${encodeURIComponent(id)}`;
}

export function pathToContact(id: string): string {
  return `${pathToConversation(id)}/contact`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
