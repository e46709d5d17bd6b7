/** The words of the page of who looked behind the masks. */

export const words = {
  title: "Revealed transcripts",
  lead: "Who may see whom a transcript is about, and each time somebody did: when, which dialogue, and why. Nobody can change these lines.",
  reviewers: "Who may reveal",
  reviewersLead:
    "Marketers read with masks. With this right, one may look behind them for a dialogue, with a reason.",
  noReviewersTitle: "Nobody reads with masks",
  noReviewers: "Accounts with the role “marketer” appear here. Administrators and agents read without masks.",
  account: "Account",
  right: "May reveal",
  may: "yes",
  mayNot: "no",
  give: "Give the right",
  take: "Take it back",
  giveTo: (name: string) => `Let ${name} reveal transcripts`,
  takeFrom: (name: string) => `Take the right to reveal from ${name}`,
  failed: "This was not changed. Please try again.",
  lines: "What was done",
  find: "Find by person, dialogue or reason",
  findAccount: "Find an account",
  emptyTitle: "Nothing was revealed yet",
  empty:
    "As soon as somebody looks behind the masks of a dialogue, or is given or loses the right to, a line appears here.",
  newest: (most: number) => `The newest ${most} lines are shown.`,
  when: "When",
  who: "Who",
  what: "What",
  dialogue: "Dialogue",
  reason: "Reason",
  gone: "forgotten",
  actions: {
    transcript_revealed: "read without masks",
    reveal_granted: "gave the right",
    reveal_taken_back: "took the right back",
  } as Record<string, string>,
};
