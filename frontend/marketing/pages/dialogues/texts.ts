/** Words of a dialogue's page beside those all pages share. */

export const words = {
  history: "History of this contact",
  show: "Show",
  all: "Everything",
  none: "Nothing of this kind.",
};
