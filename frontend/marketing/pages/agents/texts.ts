export const words = {
  title: "Agents",
  emptyTitle: "No dialogues in this period",
  empty:
    "When the bot hands a dialogue to a person, it counts here: who took it, how long the visitor waited, and how it was rated.",
  peopleTitle: "Who answered",
  peopleLead:
    "A dialogue that several people took counts for each of them. Waits are only of dialogues one person took alone. Few dialogues and hard ones make a figure; ask before you judge.",
  nobody: "Nobody took a dialogue in this period.",
  find: "Find somebody",
  name: "Name",
  gone: "Somebody who left",
  dialogues: "Dialogues",
  resolved: "Resolved",
  wait: "Median wait",
  of: (count: string) => `of ${count}`,
  rating: "Rating",
  rated: "Ratings",
  reasonsTitle: "Why people were needed",
};
