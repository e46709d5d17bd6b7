/** What the page says of offers. */

export const texts = {
  title: "Next best offers",
  lead: (days: number) =>
    `Products that the bot and agents offered in dialogues. All figures are dialogues. Ordered: the customer bought the product within ${days} days. That is known only of customers the shop vouches for.`,
  empty:
    "No product was offered in this time. Agents note offers beside the chat; the bot recommends a product to who asks what you recommend and, with consent to marketing, once a question about an order is answered.",
  who: "Offered",
  made: "Dialogues",
  accepted: "Want it",
  declined: "Not now",
  known: "Orders known",
  ordered: "Ordered",
  share: "Share ordered",
  every: "All offers",
  bot: "By the bot",
  agent: "By agents",
  goes_with: "Goes with what they have",
  popular: "Most customers buy it",
  own_choice: "Without a reason",
  find: "Find a product",
};
