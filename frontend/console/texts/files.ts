import type { ErrorCode } from "../../client/ack";

/** What the console says about pictures and files. */
export const fileTexts = {
  attach: "Attach a file",
  filesChosen: "Files to send",
  fileRemove: (name: string) => `Remove ${name}`,
  fileSending: (name: string) => `Sending ${name}`,
  fileWaiting: "Waiting…",
  fileChosen: "Press send to send it.",
  enlarge: (name: string) => `Enlarge ${name}`,
  openFile: "Open in a new tab",
  pictureGone: "This picture cannot be shown.",
  fileRefused: (code: ErrorCode | undefined) => {
    switch (code) {
      case "too_large":
        return "This file is larger than allowed.";
      case "type_not_allowed":
        return "Files of this kind are not sent.";
      case "conflict":
      case "not_allowed":
        return "This chat is not yours any more.";
      case "offline":
        return "The hub cannot be reached.";
      case "invalid":
        return "This file is empty or did not arrive whole.";
      default:
        return "The file was not sent.";
    }
  },
};
