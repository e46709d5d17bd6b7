/** Every word of the page of who came back. */

import type { RetentionReport } from "../../../wire/rest.gen";

type Unit = RetentionReport["unit"];

export const words = {
  title: "Who comes back",
  lead: "People by when they first talked with you, and how many had another dialogue later.",
  by: "By",
  units: { month: "Months", week: "Weeks" } satisfies Record<Unit, string>,
  table: "People who came back",
  first: { month: "First month", week: "First week" } satisfies Record<Unit, string>,
  people: "People",
  later: (unit: Unit, n: number) => `${unit === "month" ? "Month" : "Week"} ${n}`,
  cell: (people: string, share: string, of: string) => `${people}, ${share} of ${of}`,
  notOver: "not over yet",
  weekOf: (day: string) => `Week of ${day}`,
  summary: (unit: Unit, share: string, people: string, of: string) =>
    `${share} of people had another dialogue in the ${unit} after their first: ${people} of ${of}.`,
  noSummary: (unit: Unit) => `No ${unit} after a first dialogue is over yet.`,
  empty: (unit: Unit) => `Nobody had a first dialogue in the last twelve ${unit}s.`,
  emptyHint:
    "Here stands a row for all people who came in the same month or week. It fills as soon as somebody writes.",
  howTitle: "How this is counted",
  how: "Each person counts once a month or week, however many dialogues they have in it. People who became one count as one. Weeks begin on Monday; days are UTC's. The last figure of each row is of a time that is not over. A figure opens the dialogues of these people in that time.",
};
