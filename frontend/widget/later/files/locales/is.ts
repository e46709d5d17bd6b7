import type { FileTexts } from "./texts";

export const texts: FileTexts = {
  filesChosen: "Skrár til að senda",
  fileRemove: (name) => `Fjarlægja ${name}`,
  fileSending: (name) => `Sendi ${name}`,
  fileWaiting: "Bíður…",
  fileTooLarge: (megabytes) => `Of stórt: mest ${megabytes} MB.`,
  fileRefused: {
    type_not_allowed: "Við getum ekki tekið við svona skrá.",
    invalid: "Skráin er tóm eða barst ekki öll.",
    rate_limited: "Þetta var mikið í einu. Bíddu augnablik.",
    offline: "Ekkert samband.",
  },
  fileOpen: (name) => `Opna ${name}`,
  fileGone: "Ekki er hægt að opna skrána.",
};
