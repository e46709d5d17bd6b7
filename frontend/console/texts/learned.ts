/** What is said on giving a chat back to the bot. */

export const learnedTexts = {
  returnTitle: (name: string) => `Give ${name} back to the bot`,
  returnNote: "What should the bot and colleagues know? (optional)",
  returnExample: "The new parcel leaves tomorrow",
  returned: "The bot answers again.",
  giveBack: "Give back to the bot",
  learned: "What holds about them",
  learnedNothing: "Nothing is known yet.",
  learnedAdd: "Add a fact",
  learnedRemove: (kind: string, value: string) => `Remove ${kind} ${value}`.trim(),
  learnedOver: "holds no longer",
  learnedKeep: (value: string) => `${value} still holds`,
  learnedWrong: "This cannot be one. Check it, or take it away.",
  learnedNotTaken: "It was not given back: look at the marked fact.",
};
