/** What the console says of offers. */

export const offerTexts = {
  offersTitle: "Next best offer",
  offersNone: "Nothing to offer: they have what others buy, or it is not in stock.",
  offersFailed: "The offers could not be loaded.",
  offerBecause: (product: string) => `Goes with what they have: ${product}`,
  offerPopular: "Most customers buy it",
  offerMade: "I offered it",
  offerAccepted: "They want it",
  offerDeclined: "Not now",
  offerNoted: "Noted.",
  offerRested: "Noted. It is not offered to them for 30 days.",
  offerRefused: "It was not noted. Try again.",
};
