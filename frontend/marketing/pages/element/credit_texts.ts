/** What the panel of an element's orders says. */

import type { CreditView } from "../../../wire/rest.gen";

export const texts = {
  title: "Orders by first and last touch",
  lead: "Each order counts once a person: for the element they met first in the days before it, and for the one they met last.",
  window: "How long before the order",
  windowHint: "Whoever met the element longer ago does not count.",
  days: (days: number) => `${days} days`,
  touch: "Touch",
  orders: "Orders",
  people: "People",
  dialogues: "Dialogues before",
  which: { first: "First touch", last: "Last touch" } satisfies Record<CreditView["which"], string>,
  about: {
    first: "It was what they met first",
    last: "It was what they met last",
  } satisfies Record<CreditView["which"], string>,
  none: "No order of this period followed it within that time. Orders are known for customers who sign in, and by coupons given in dialogues.",
} as const;
