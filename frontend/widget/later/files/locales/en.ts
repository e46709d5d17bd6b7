import type { FileTexts } from "./texts";

/** English, and the model for every other language. */
export const en: FileTexts = {
  filesChosen: "Files to send",
  fileRemove: (name) => `Remove ${name}`,
  fileSending: (name) => `Sending ${name}`,
  fileWaiting: "Waiting…",
  fileTooLarge: (megabytes) => `Too large: up to ${megabytes} MB.`,
  fileRefused: {
    type_not_allowed: "We cannot take this kind of file.",
    invalid: "This file is empty or did not arrive whole.",
    rate_limited: "That was a lot at once. Please wait a moment.",
    offline: "No connection.",
  },
  fileOpen: (name) => `Open ${name}`,
  fileGone: "This file cannot be opened.",
};
