/** What the page of one response element says. */

import type { FunnelStepView } from "../../../wire/rest.gen";

type Step = FunnelStepView["name"];

export const texts = {
  back: "All campaigns",
  way: "How far people came",
  wayHint: "Each person counts once a step, however often they came. Robots are left out.",
  robots: (count: string) =>
    `${count} robots opened the link, such as previews of messages; they count nowhere.`,
  step: {
    opened: "Opened the link",
    shown: "Came to the chat",
    seen: "Looked into it",
    dialogue: "Talked",
    handoff: "Went to a person",
    coupon: "Got a coupon",
    order: "Ordered",
  } satisfies Record<Step, string>,
  about: {
    opened: "Browsers that followed the link or the QR code",
    shown: "Contacts whose chat knew the element",
    seen: "Contacts who opened the chat or said the code",
    dialogue: "Contacts with a dialogue that it brought",
    handoff: "Of those who talked, handed over at least once",
    coupon: "Of those who talked, given a coupon there",
    order: "Of those who talked, an order followed",
  } satisfies Record<Step, string>,
  orderDays: (days: number) => `within ${days} days`,
  people: "People",
  share: "Share",
  behind: "Dialogues",
  stepName: "Step",
  of: (base: string) => `of ${base}`,
  seeDialogues: (count: string) => `See ${count}`,
  emptyTitle: "Nobody came in this period",
  empty: "Put its link or QR code where customers see it, or choose a longer period.",
  cameUp: "Saw it come up",
  aboutCameUp: "Browsers on whose page it came up by itself",
  summaryOfGreeting: (opened: string, talked: string, dialogues: string) =>
    `${opened} saw it come up and ${talked} talked, in ${dialogues}.`,
  summary: (opened: string, talked: string, dialogues: string) =>
    `${opened} opened the link and ${talked} talked, in ${dialogues}.`,
  against: (people: string, which: string, cost: string | null) =>
    `${people[0]?.toUpperCase()}${people.slice(1)} talked ${which}${cost ? `, at ${cost} a dialogue` : ""}.`,
  dialoguesCount: (count: number, shown: string) => (count === 1 ? "one dialogue" : `${shown} dialogues`),
  peopleCount: (count: number, shown: string) => (count === 1 ? "One person" : `${shown} people`),
  talkedCount: (count: number, shown: string) => (count === 1 ? "one person" : `${shown} people`),
  costEach: (cost: string, low: string, high: string) =>
    `A dialogue cost ${cost} (95% sure: ${low} to ${high}).`,
  costNoDialogue: (cost: string) => `It cost ${cost} and brought no dialogue in this period.`,
  costUnknown: "What it cost is not known yet; write it below to see the cost of a dialogue.",
  costWhole: "The whole cost is set against this period’s dialogues.",
  qr: "QR code",
  qrHint:
    "For print take the drawing (SVG): it stays sharp at any size. Print it at least 2 cm wide with its white border.",
  qrAlt: (address: string) => `QR code of ${address}`,
  svg: "Drawing for print (SVG)",
  png: "Picture, 300 dots an inch (PNG)",
  spoken: "Said or typed",
  spokenHint: (code: string) => `On a hotline or a poster: “Write code ${code} in our chat.”`,
  settings: "Cost and address",
  cost: "What it cost in all",
  costHint: "For example 320 or 320.50",
  costInvalid: "Write an amount such as 320 or 320.50",
  currency: "Currency",
  currencyInvalid: "Three letters, such as EUR",
  utm: (name: string) => `utm_${name} in the address`,
  utmHint: "Who comes by an address with all of these words counts for this element, without its code.",
  save: "Save",
  saving: "Saving…",
  saved: "Saved.",
} as const;
