const ACCESS: Record<string, string> = {
  anyone: "Open to anyone",
  visitor: "For visitors, with the token of their session",
  account: "For accounts and API keys, by their role",
};

export const texts = {
  title: "API reference",
  intro: "Every REST operation, socket command and live event of this hub, as it runs.",
  find: "Find an operation, command or event",
  documents: "The documents behind this page",
  loading: "Fetching the reference…",
  failed: "The reference could not be fetched. Nothing is lost; try again.",
  again: "Try again",
  nothing: "Nothing has all of these words.",
  parameters: "Parameters",
  sends: "You send",
  gets: "You get",
  required: "always",
  optional: "optional",
  access: (who: string) => ACCESS[who] ?? who,
  count: (shown: number, all: number) => `${shown} of ${all}`,
};
