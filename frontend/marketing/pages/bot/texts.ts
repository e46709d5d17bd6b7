export const words = {
  title: "Bot",
  emptyTitle: "No dialogues in this period",
  empty:
    "As soon as visitors talk to the bot, it shows here what it understood, what it answered alone, and where it needed a person.",
  languagesTitle: "By language",
  findLanguage: "Find a language",
  language: "Language",
  dialogues: "Dialogues",
  alone: "By the bot alone",
  handedOff: "Handed to a person",
  missed: "Not understood",
  intentsTitle: "What it understood, and where that led",
  findIntent: "Find an intent",
  intent: "Intent",
  noIntents: "The bot has not recognised an intent yet.",
  reasonsTitle: "Why it handed over",
  toLearning: "See the lines it did not understand",
};
