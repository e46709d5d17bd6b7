import type { AddressView } from "../../../wire/rest.gen";

/** What the do-not-contact list says. */
export const texts = {
  title: "Do-not-contact list",
  hint: "No campaign writes to these addresses. They are kept as marks that name nobody: type a whole address to find it. The newest 200 are shown.",
  find: "Find an address",
  search: "Look",
  add: "Add an address…",
  notAnAddress: "Write a whole e-mail address.",
  notThere: "This address is not on the list.",
  emptyTitle: "Nobody is on the list",
  empty: "Who leaves a newsletter, asks for it, or cannot be reached by e-mail for good will be here.",
  address: "Mark",
  why: "Why",
  since: "Since",
  whyOf: {
    unsubscribed: "Unsubscribed",
    bounced: "Mails come back",
    asked: "Asked for it",
  } satisfies Record<AddressView["why"], string>,
  acts: "Change",
  lift: "Lift…",
  liftTitle: "Take an address off the list",
  liftHint:
    "Campaigns may write there again, where its people allow marketing: who took their consent back is not written to.",
  email: "E-mail address",
  reason: "Reason",
  reasonHint: "Stands in the audit, with your name.",
  tooShort: "Say in a few words why.",
  cancel: "Cancel",
  refused: { on_the_list: "This address is on the list already." } as Readonly<Record<string, string>>,
} as const;
