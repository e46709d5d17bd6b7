/** Every word of the page about learning. */

const lines = (count: number) => (count === 1 ? "1 line" : `${count} lines`);

export const words = {
  title: "Learning",
  lead: "What the bot did not understand, and what it should learn from it.",
  lines,
  certainty: {
    label: "How sure the bot was",
    missed: "Not understood",
    unsure: "Unsure",
    sure: "Sure",
  },
  language: "Language",
  ofLanguage: (name: string, missed: number, unsure: number) =>
    `${name}: ${missed} not understood, ${unsure} unsure`,
  find: "Find a line",
  queueTitle: "Lines to look at",
  newest: (shown: number, all: number) => `The newest ${shown} of ${all}.`,
  capped: "The period holds more messages than are looked at; choose a shorter one to see its older lines.",
  grouping: (count: number) => `${lines(count)} still being put together by meaning…`,
  emptyTitle: "Nothing to look at",
  empty:
    "Lines that the bot did not understand in this period show here, those that mean the same together. There are none, or all were reviewed.",
  noneFit: "No line of this period fits.",
  group: (count: number) => `${lines(count)} that mean the same`,
  alone: "A line of its own",
  takenAs: (intent: string, confidence: string) => `taken as “${intent}” (${confidence})`,
  missed: "not understood",
  choose: (text: string) => `Choose “${text}”`,
  toDialogue: "See the dialogue",
  intent: "It should have been",
  pick: "Choose what it means",
  assign: (count: number) => `Assign ${lines(count)}`,
  aside: "Nothing to learn",
  wording: "Worded as",
  wordingHint:
    "Names have no place in an example: take them out. Addresses and numbers are replaced by themselves.",
  chosenNone: "Choose a line first.",
  intentMissing: "Choose what it means.",
  done: (count: number, intent: string) => `Assigned ${lines(count)} to “${intent}”.`,
  setAside: (count: number) => `Set ${lines(count)} aside.`,
  forReaders: "You can look; assigning takes the role “marketer” or “admin”.",
  lessonsTitle: "Reviewed lines",
  findLesson: "Find a reviewed line",
  noLessons:
    "No line was reviewed yet. Assign one above: it shows here, and in the change for the training data.",
  example: "What the bot is taught",
  was: "Was",
  becomes: "Becomes",
  by: "Reviewed",
  nothing: "Nothing to learn",
  heldOut: "kept back, to judge by",
  undo: "Take back",
  undoOf: (text: string) => `Take back “${text}”`,
  changes: "Download as a change of the training data",
  summary: (taught: number, heldOut: number, aside: number) =>
    `${lines(taught)} to be taught, ${heldOut} kept back to judge by, ${aside} set aside.`,
};
