/** What is kept, for what, and how long, in words. */

import type { KeptView } from "../../../wire/rest.gen";

type Purpose = KeptView["purpose"];

export const words = {
  title: "What is kept",
  lead: "For what purpose, how long, and when what was older was forgotten last. Administrators set it where the hub is started.",
  purposes: "By purpose",
  purpose: "Purpose",
  what: "What is kept",
  long: "How long",
  days: (days: string) => `${days} days`,
  until: "until somebody erases it",
  since: "Forgotten is what is from before",
  swept: "Forgotten last",
  never: "not yet",
  gone: "Gone so far",
  name: {
    service: "Service",
    memory: "Memory",
    marketing: "Marketing",
    analytics: "Analytics",
    experiments: "Experiments",
  } satisfies Record<Purpose, string>,
  holds: {
    service:
      "People, their dialogues and all that goes with them. Counted from the last time they were seen; then they are erased with a receipt.",
    memory: "Facts, from when they were said or confirmed last, and what makes words said before findable.",
    marketing: "To whom newsletters went. Then they were sent to nobody in particular.",
    analytics:
      "Who met which response element without a dialogue that it brought, and digests of browsers that followed a link. Then it was nobody in particular.",
    experiments:
      "Who saw which variant of an experiment that has ended, and did nothing that counts in it. Then it was nobody in particular.",
  } satisfies Record<Purpose, string>,
  unit: {
    service: "people",
    memory: "facts and lines that could be found",
    marketing: "newsletters",
    analytics: "meetings with elements",
    experiments: "variants seen",
  } satisfies Record<Purpose, string>,
  figures: "What that means for figures",
  figuresStay:
    "Figures stay: dialogues of people who were forgotten count on as those of nobody. They can no longer be opened, so a list may be shorter than the figure that leads to it. What such people had told is gone from Listening too.",
  alwaysTitle: "Kept beside these",
  always:
    "Which variant somebody saw who did something that counts in the experiment goes with the person, because its verdict rests on that. The log of what happened holds no words and stays.",
  goneDialogues: (day: string) =>
    `Who was not seen since ${day} is forgotten. Their dialogues count on here, and can no longer be opened.`,
  goneMeetings: (day: string) =>
    `Who met an element before ${day} is known by nothing any more: who came back later counts anew, and orders are owed to what was met since.`,
  more: "What is kept",
} as const;
