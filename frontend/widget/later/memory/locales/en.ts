import type { MemoryTexts } from "./texts";

/** English, and the model for every other language. */
export const en: MemoryTexts = {
  memoryEmpty: "Nothing yet. What you tell us, such as your name or an order, will be listed here.",
  memoryFrom: {
    visitor: "You said",
    form: "You filled in",
    agent: "We noted",
    identity: "From your account",
    shop: "From the shop",
  },
  memoryCorrect: "Correct",
  memoryForget: "Forget",
  memorySave: "Save",
  memoryCancel: "Cancel",
  memoryNewValue: (label) => `New value for ${label}`,
  memoryForgetAll: "Forget everything about me",
  memoryForgetAllSure:
    "Everything we remember about you will be deleted for good, and this browser becomes a stranger to us.",
  memoryForgetAllDo: "Yes, forget everything",
  memoryUnsure: "Did we get this right?",
  memoryYes: "Yes",
  memoryNo: "No",
  memoryUntil: (date) => `Kept until ${date}.`,
  memoryDialogueOnly: "Kept for this chat only.",
  memoryWhy: (why) => `Why: ${why}`,
  memoryDownload: "Download what you know about me",
  memoryFileName: "what-we-remember.json",
  memoryWithdrawn: "Switched off. What we kept for this was deleted.",
  consent: "What we may do with it",
  consentFor: {
    memory: "Remember what I say for next time",
    analytics: "Count my conversations in statistics",
    marketing: "Make me offers that fit",
  },
};
