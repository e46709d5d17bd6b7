/** What the search in everything a contact said says. */

export const recallTexts = {
  recallTitle: "What did they say about…",
  recallLabel: "Search everything they ever said",
  recallHint: "a jacket, delivery, their size",
  recallSearch: "Search",
  recallNothing: (query: string) => `They never said anything about “${query}”.`,
  recallNotAllowed: "They do not want to be remembered, so nothing is searched.",
  recallNotes: "From notes of calls",
  recallFailed: "The search failed.",
  recallWordsOnly: "Compared by words only: what means the same in other words may be missing.",
  recallMeant: "found by its meaning",
  recallBefore: "before it",
};
