import { plural } from "../../locales/en";
import type { LaterTexts } from "./texts";

/** English, and the model for every other language. */
export const en: LaterTexts = {
  waitingPlace: (position) => (position === 1 ? "You are next." : `You are number ${position}.`),
  waitingWithin: (minutes) =>
    minutes === 1 ? "Usually within a minute." : `Usually within ${minutes} minutes.`,
  waitingAbout: (minutes) =>
    `Usually about ${minutes} ${plural(minutes, { one: "minute", other: "minutes" })}.`,
  waitingBetween: (least, most) => `Usually ${least}–${most} minutes.`,
  nobodyHere: "Nobody is here right now.",
  closedUntil: (when) => `We are closed until ${when}.`,
  closed: "We are closed right now.",
  peopleFrom: (when) => `People answer again from ${when}.`,
  keptHere: "Thank you. It is kept with your message.",
  leaveAddress: "Get the answer by e-mail too",
  leaveName: "Leave your name and e-mail",
  answeredAt: (email) => `We will answer here and by e-mail to ${email}.`,
  addressFailed: "That did not reach us. Please try again.",
  addressName: "Name",
  addressEmail: "E-mail",
  addressWords: (name, email) => `My name is ${name} and my e-mail is ${email}.`,
  attach: "Attach a file",
  notSent: "Not sent.",
  tryAgain: "Try again",
  discard: "Discard",
  refusedBecause: {
    too_large: "That is too long.",
    rate_limited: "That was a lot at once. Please wait a moment.",
    not_allowed: "That is not allowed here.",
    conflict: "This chat takes no new conversations.",
  },
  rateTitle: "How was it?",
  rateScores: ["Very bad", "Bad", "So-so", "Good", "Very good"],
  rateComment: "Anything to add? (optional)",
  rateSend: "Send rating",
  rateThanks: "Thank you. This helps us get better.",
  rateFailed: "Your rating did not reach us. Please try again.",
  memoryFailed: "This could not be fetched. Nothing was changed.",
  memoryNotDone: "That was not done. Please try again.",
  askMemory:
    "May we remember what you tell us here for next time? Until you say so, we keep it for this chat only.",
  askMemoryYes: "Yes, remember",
  askMemoryNo: "No, do not",
};
