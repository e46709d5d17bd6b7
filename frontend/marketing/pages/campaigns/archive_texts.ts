/** What the list of campaigns says of those in the archive. */

export const archiveTexts = {
  archived: "archived",
  allArchived: "All campaigns are in the archive.",
  show: (count: string) => `Show the archive too (${count})`,
} as const;
