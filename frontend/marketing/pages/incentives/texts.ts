/** What the page of incentives says. */

import type { IncentiveView } from "../../../wire/rest.gen";

export const texts = {
  title: "Incentives",
  lead: "What you promise, whom it was given to in dialogues, and what came of it.",
  list: "Promises",
  name: "Name",
  given: "Given",
  used: "Used",
  share: "Share used",
  discount: "It cost",
  sales: "Orders with it",
  ends: "Ends",
  open: "Open",
  closed: "Closed",
  find: "Find an incentive",
  emptyTitle: "No incentives yet",
  empty:
    "An incentive is made through the API (POST /api/v1/incentives); agents and the bot then give its coupons in dialogues.",
  kind: {
    percent: "Percent",
    amount: "Amount",
    early_bird: "Early bird",
    money_back: "Money back",
    refer_friend: "Refer a friend",
  } satisfies Record<IncentiveView["kind"], string>,
  off: (worth: string) => `${worth} off`,
  of: (minted: string, most: string) => `${minted} of ${most} given`,
  guarantees: "Money asked back",
  guaranteesLead: "Somebody used a guarantee: something may be wrong with the product.",
  noGuarantees: "Nobody asked for money back in this period.",
  product: "Product",
  times: "Times",
  unknownProduct: "Product not said",
} as const;
