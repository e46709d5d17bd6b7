import type { MemoryTexts } from "./texts";

/** Icelandic. */
export const texts: MemoryTexts = {
  memoryEmpty: "Ekkert enn. Það sem þú segir okkur, til dæmis nafn eða pöntun, birtist hér.",
  memoryFrom: {
    visitor: "Þú sagðir",
    form: "Þú fylltir út",
    agent: "Við skráðum",
    identity: "Af aðganginum þínum",
    shop: "Frá versluninni",
  },
  memoryCorrect: "Leiðrétta",
  memoryForget: "Gleyma",
  memorySave: "Vista",
  memoryCancel: "Hætta við",
  memoryNewValue: (label) => `Nýtt gildi: ${label}`,
  memoryForgetAll: "Gleyma öllu um mig",
  memoryForgetAllSure:
    "Öllu sem við munum um þig verður eytt fyrir fullt og allt og við þekkjum þennan vafra ekki lengur.",
  memoryForgetAllDo: "Já, gleyma öllu",
  memoryUnsure: "Skildum við þetta rétt?",
  memoryYes: "Já",
  memoryNo: "Nei",
  memoryUntil: (date) => `Geymt til ${date}.`,
  memoryDialogueOnly: "Aðeins geymt fyrir þetta spjall.",
  memoryWhy: (why) => `Hvers vegna: ${why}`,
  memoryDownload: "Sækja það sem þið vitið um mig",
  memoryFileName: "það-sem-við-munum.json",
  memoryWithdrawn: "Slökkt. Því sem við geymdum fyrir þetta var eytt.",
  consent: "Hvað við megum gera við það",
  consentFor: {
    memory: "Muna það sem ég segi þar til næst",
    analytics: "Telja samtölin mín með í tölfræði",
    marketing: "Gera mér tilboð sem henta",
  },
};
