/** What the overview says of sudden rises. */

export const words = {
  title: "Sudden rises",
  none: "Nothing rose in the last seven days more than its own past explains.",
  more: "All that customers tell",
  counted: "As counted when it was found.",
  mails: "Write to me when something rises",
  mailsHint: "One mail for each rise, with the way to its dialogues.",
  noServer: "This hub has no mail server, so nobody is written to.",
  failed: "This was not saved. Try again.",
} as const;
