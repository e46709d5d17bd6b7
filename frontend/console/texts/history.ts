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
  callNoteAdd: "Call note",
  callNoteLabel: "What was said in the call",
  callNoteHint: "Colleagues read it here; the customer gets it with a copy of their data.",
  callNoteKept: "The call note is kept.",
  callNoteRefused: "The note was not kept. Your words are still here.",
};
