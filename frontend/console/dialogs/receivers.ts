/** Who a chat can be passed on to, and in which order. */

import type { ColleagueView } from "../../wire/rest.gen";
import type { Availability } from "../state/model";

const RANK: Readonly<Record<Availability, number>> = { online: 0, away: 1, offline: 2 };

/** Who is there comes first, then who has room, then by name; not whoever has it now. */
export function colleaguesFor(
  agents: readonly ColleagueView[],
  ownerId: string | null | undefined,
  presence: Readonly<Record<string, Availability>>,
): ColleagueView[] {
  return agents
    .filter(({ role }) => role === "agent" || role === "admin")
    .filter(({ id }) => id !== ownerId)
    .map((one) => ({ ...one, availability: presence[one.id] ?? one.availability }))
    .sort(
      (one, other) =>
        RANK[one.availability] - RANK[other.availability] ||
        Number(isFull(one)) - Number(isFull(other)) ||
        one.name.localeCompare(other.name),
    );
}

/** Whether every word stands somewhere in the texts. */
export function fits(words: string, ...texts: readonly string[]): boolean {
  const text = texts.join(" ").toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function abilities({ languages, skills }: Pick<ColleagueView, "languages" | "skills">): string {
  return [...languages, ...skills].join(" · ");
}

function isFull({ open, capacity }: ColleagueView): boolean {
  return open >= capacity;
}
