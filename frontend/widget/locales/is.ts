import type { AllTexts } from "./texts";

// Chromium's `Intl` has neither rules nor names for Icelandic, so what is needed of them stands here.
const WEEKDAYS = "sunnudagur mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur".split(
  " ",
);
const MONTHS = "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember".split(" ");

function plural(count: number, { one, other }: Record<"one" | "other", string>): string {
  return count % 10 === 1 && count % 100 !== 11 ? one : other;
}

function written(at: Date, { weekday, day, year, hour, dateStyle, timeStyle }: Intl.DateTimeFormatOptions) {
  const date = [
    weekday || dateStyle ? WEEKDAYS[at.getDay()] : "",
    day || dateStyle ? `${at.getDate()}. ${MONTHS[at.getMonth()]}` : "",
  ];
  const days = date.filter(Boolean).join(", ") + (year || dateStyle ? ` ${at.getFullYear()}` : "");
  const form = timeStyle ? { timeStyle } : ({ hour: "2-digit", minute: "2-digit" } as const);
  const time = hour || timeStyle ? at.toLocaleTimeString("en-GB", form) : "";
  return [days, time].filter(Boolean).join(" kl. ");
}

/** Icelandic; names stand where they need no other case. */
export const texts: AllTexts = {
  tag: "is",
  written,

  chat: "Spjall",
  openChat: "Opna spjall",
  openChatUnread: (count) => `Opna spjall, ${count} ný skilaboð`,
  closeChat: "Loka spjalli",
  chatWith: (name) => `Spjall: ${name}`,

  bot: "Spjallmenni",
  person: "Manneskja",
  botAnswers: "Spjallmenni, svarar strax",
  botStarting: "Spjallmennið ræsist",
  botStartingHelp: "Spjallmennið er enn að ræsa sig. Þú getur strax skrifað eða beðið um manneskju.",
  personAnswers: (shop) => `Manneskja, ${shop}`,
  waiting: "Beðið eftir manneskju",

  messages: "Skilaboð",
  you: "Þú",
  today: "Í dag",
  yesterday: "Í gær",
  earlier: "Sýna eldri skilaboð",
  newBelow: "Ný skilaboð",
  quickReplies: "Flýtisvör",
  submit: "Senda",
  typing: (name) => `${name} er að skrifa`,

  sending: "Sendi…",
  waitingForLine: "Verður sent þegar samband næst",
  sent: "Sent",
  read: "Lesið",

  handoff: "Verið er að tengja þig við manneskju",
  queued: "Beðið eftir að einhver losni",
  joined: (name) => `${name} svarar þér núna`,
  left: (name) => `${name} er ekki lengur í spjallinu`,
  botAgain: (name) => `${name} svarar þér aftur`,
  resolved: "Samtalinu er lokið",
  reopened: "Samtalið er opið á ný",
  rated: (score) => `Einkunn þín: ${score} af 5`,

  write: "Skrifaðu skilaboð…",
  writeNew: "Byrja upp á nýtt…",
  send: "Senda",
  askPerson: "Tala við manneskju",
  askingPerson: "Bið um manneskju…",
  askPersonFailed: "Þetta barst okkur ekki. Reyndu aftur.",
  charactersLeft: (count) => `${count} ${plural(count, { one: "stafur", other: "stafir" })} eftir`,

  offline: "Ekkert samband. Þú getur haldið áfram að skrifa; það sendist þegar samband næst.",
  reconnecting: "Tengist aftur… Þú getur haldið áfram að skrifa.",
  missing: "Hluti spjallsins er ekki kominn. Þú getur haldið áfram að skrifa; við reynum aftur.",
  notKept: "Hafðu þessa síðu opna þangað til.",
  refused: "Spjallið er ekki í boði hér.",
  starting: "Tengist…",

  soundOn: "Kveikja á hljóði",
  soundOff: "Slökkva á hljóði",
  back: "Aftur í spjallið",
  memory: "Það sem við munum um þig",

  waitingPlace: (position) =>
    position === 1 ? "Næst er röðin komin að þér." : `Þú ert númer ${position} í röðinni.`,
  waitingWithin: (minutes) =>
    minutes === 1
      ? "Yfirleitt innan mínútu."
      : `Yfirleitt innan ${minutes} ${plural(minutes, { one: "mínútu", other: "mínútna" })}.`,
  waitingAbout: (minutes) =>
    `Yfirleitt um ${minutes} ${plural(minutes, { one: "mínútu", other: "mínútur" })}.`,
  waitingBetween: (least, most) =>
    `Yfirleitt ${least}–${most} ${plural(most, { one: "mínúta", other: "mínútur" })}.`,
  nobodyHere: "Hér er enginn við eins og er.",
  closedUntil: (when) => `Það er lokað núna. Opnað aftur: ${when}.`,
  closed: "Það er lokað núna.",
  peopleFrom: (when) => `Fólk svarar aftur: ${when}.`,
  keptHere: "Takk. Þetta er geymt með skilaboðunum þínum.",
  leaveAddress: "Fá svarið líka í tölvupósti",
  leaveName: "Skilja eftir nafn og netfang",
  answeredAt: (email) => `Við svörum hér og í tölvupósti á ${email}.`,
  addressFailed: "Þetta barst okkur ekki. Reyndu aftur.",
  addressName: "Nafn",
  addressEmail: "Netfang",
  addressWords: (name, email) => `Ég heiti ${name} og netfangið mitt er ${email}.`,
  attach: "Hengja við skrá",
  notSent: "Ekki sent.",
  tryAgain: "Reyna aftur",
  discard: "Eyða",
  refusedBecause: {
    too_large: "Þetta er of langt.",
    rate_limited: "Þetta var mikið í einu. Bíddu augnablik.",
    not_allowed: "Þetta er ekki leyft hér.",
    conflict: "Hér hefjast engin ný samtöl.",
  },
  rateTitle: "Hvernig gekk?",
  rateScores: ["Mjög illa", "Illa", "Sæmilega", "Vel", "Mjög vel"],
  rateComment: "Viltu bæta einhverju við? (valfrjálst)",
  rateSend: "Senda einkunn",
  rateThanks: "Takk. Þetta hjálpar okkur að gera betur.",
  rateFailed: "Einkunnin barst okkur ekki. Reyndu aftur.",
  memoryFailed: "Ekki tókst að sækja þetta. Engu var breytt.",
  memoryNotDone: "Þetta tókst ekki. Reyndu aftur.",
  askMemory:
    "Megum við muna það sem þú segir okkur hér þar til næst? Þangað til þú samþykkir það geymum við það aðeins fyrir þetta spjall.",
  askMemoryYes: "Já, munið það",
  askMemoryNo: "Nei, ekki muna",

  answeredHere: "Það sem þú skrifar geymist og við svörum því hér.",
  answeredByMail: "Skildu eftir netfang og við svörum þangað.",
  addressNoted: "Netfangið þitt var skráð.",
  stillThere: (minutes) =>
    `Ertu enn hér? Við lokum spjallinu eftir ${minutes} ${plural(minutes, { one: "mínútu", other: "mínútur" })}.`,
};
