/** What the page says of codes that the shop made itself. */

export const codeTexts = {
  open: "Codes…",
  title: (name: string) => `Your own codes of “${name}”`,
  lead: "One code a line, or the first column of a table: 4 to 40 letters, digits, - and _. Each is used once. Once there are any, dialogues are given these and no others.",
  list: "Codes",
  file: "Or from a file",
  submit: "Add codes",
  close: "Close",
  missing: "Write at least one code.",
  done: (added: string, same: string) => `${added} new, ${same} were there.`,
  refused: (count: number) => (count === 1 ? "One line is not in:" : `${count} lines are not in:`),
  line: (line: string, why: string) => `Line ${line}: ${why}`,
  why: {
    bad_value: "is no code",
    twice: "stands twice",
    taken: "belongs to something else",
  },
  left: (left: string, codes: string) => `${left} of ${codes} own codes left`,
  apart: (count: string) => `and ${count} without a dialogue`,
} as const;
