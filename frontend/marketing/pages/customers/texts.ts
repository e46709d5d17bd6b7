/** Every word of the page of customers. */

const one = (count: number, singular: string, plural: string) => (count === 1 ? singular : plural);

export const words = {
  title: "Customers",
  lead: "What orders say about those to come. Nobody is named here; a code is a contact who talked with you.",
  emptyTitle: "No orders yet",
  empty:
    "As soon as the shop's orders arrive here, customers stand by when, how often and for how much they bought.",
  summary: (customers: number, shown: string, again: string) =>
    `${shown} ${one(customers, "customer has", "customers have")} ordered, ${again} of them on more than one day.`,
  expected: (weeks: number, purchases: string, value: string) =>
    `In the next ${weeks} weeks about ${purchases} purchases worth ${value} are to be expected of them.`,
  tooFew: (fewest: number) => `What is to come can be told once ${fewest} customers have come again.`,
  likeness: (value: string) =>
    `How often and how much people buy go together here (correlation ${value}), which the sums do not know of: trust the order of the lists more than the amounts.`,
  asOf: "As of",
  gridTitle: "When and how often they bought",
  gridLead: (recent: number, cooling: number, often: number) =>
    `Recent is within ${recent} days, cold is more than ${cooling} days ago; often is ${often} orders or more. The shop's own customers draw the lines.`,
  recency: { recent: "Recent", cooling: "Cooling", cold: "Cold" },
  frequency: { once: "Once", some: "A few times", often: "Often" },
  customers: (count: number, shown: string) => `${shown} ${one(count, "customer", "customers")}`,
  spentEach: (value: string) => `${value} each`,
  makeSegment: "Make it a segment",
  makeSegmentOf: (recency: string, frequency: string) =>
    `of ${recency.toLowerCase()}, ${frequency.toLowerCase()}`,
  winBackTitle: "Worth winning back",
  winBackLead:
    "They used to buy, and are by now likelier gone than not. First who would be worth most if they came back.",
  nobodyGone: "Nobody who used to buy is likelier gone than not.",
  bestTitle: "Expected to spend most",
  bestLead: "Over the same weeks, and counting the chance that they are gone.",
  find: "Find a contact by code",
  contact: "Contact",
  stranger: "Has not talked with you",
  scores: "Scores",
  scoresHint: "recency · frequency · value, 5 is best",
  orders: "Orders",
  spent: "Spent",
  lastOrder: "Last order",
  alive: "Still a customer",
  purchases: "Purchases to come",
  value: "Value to come",
  atStake: "At stake",
  togetherTitle: "Bought together",
  togetherLead: (all: string, fewest: number) =>
    `Of ${all} pairs of products that at least ${fewest} customers each have, those that customers have together more often than chance explains, corrected for looking at so many.`,
  noneTogether: (all: string) =>
    `None of ${all} pairs of products is bought together more often than chance explains. Offers fall back on what most customers buy.`,
  noPairs: "Too few customers have bought several products to say what goes together.",
  findPair: "Find a product",
  pair: "Products",
  both: "Customers with both",
  lift: "Times as often as by chance",
  howTitle: "How to read this",
  how: "Purchases to come are from the BG/NBD model and their value from the gamma-gamma model, fitted to this shop's own orders; several orders of a day count once, cancelled ones not at all. “Still a customer” is the chance that somebody is not gone for good; who bought once only is counted as still there, because one purchase cannot tell. The value to come is not discounted. At stake is what would be expected of them if they were surely still customers, less what is expected.",
  models: (repeat: string, spend: string) => `Parameters: ${repeat}; ${spend}.`,
} as const;
