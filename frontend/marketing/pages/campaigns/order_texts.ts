/** What the list of elements says of orders. */

export const orderWords = {
  lead: (dates: string, window: number) =>
    `Orders are those of ${dates}, owed to the element that people met first, or last, in the ${window} days before. Everything else is since it was made.`,
  which: { first: "Orders, first touch", last: "Orders, last touch" },
  people: (count: number, shown: string) => (count === 1 ? "of one person" : `of ${shown} people`),
} as const;
