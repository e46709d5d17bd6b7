/** What a contact's history says. */

export const historyTexts = {
  historyTitle: "History",
  historyShow: "Show",
  historyAll: "Everything",
  historyEmpty:
    "Nothing yet. Chats, calls, e-mails, orders, coupons and consents will stand here, newest first.",
  historyNone: "Nothing of this kind.",
  historyFailed: "The history could not be loaded.",
  historyEarlier: "Earlier",
  ratingAsk: "How did it go? You need not say.",
  ratingScores: { 1: "1 badly", 2: "2", 3: "3", 4: "4", 5: "5 well" },
  ratingWhy: "Why, in a few words (not needed)",
  ratingRefused: "Resolved, but your rating was not kept.",
  callNoteAdd: "Call note",
  callNoteLabel: "What was said in the call",
  callNoteHint: "Colleagues read it here; the customer gets it with a copy of their data.",
  callNoteKept: "The call note is kept.",
  callNoteRefused: "The note was not kept. Your words are still here.",
};
