import { expect, it } from "vitest";
import type { ColleagueView } from "../../wire/rest.gen";
import { colleaguesFor, fits } from "./receivers";

function colleague(id: string, changed: Partial<ColleagueView> = {}): ColleagueView {
  return {
    id,
    name: id,
    role: "agent",
    availability: "online",
    skills: [],
    languages: [],
    capacity: 3,
    teams: [],
    open: 0,
    ...changed,
  };
}

it("offers who is there and has room first, and not who has the chat", () => {
  const agents = [
    colleague("full", { open: 3 }),
    colleague("away"),
    colleague("owner"),
    colleague("free"),
    colleague("marketer", { role: "marketer" }),
  ];
  const offered = colleaguesFor(agents, "owner", { away: "away" });
  expect(offered.map(({ id }) => id)).toEqual(["free", "full", "away"]);
});

it("finds by name, skill and language alike", () => {
  expect(fits("ret is", "Anna", "returns", "is")).toBe(true);
  expect(fits("ret de", "Anna", "returns", "is")).toBe(false);
  expect(fits("", "Anna")).toBe(true);
});
