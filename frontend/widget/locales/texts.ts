import type { FactView, Purpose } from "../../wire/events.gen";

/** Everything the widget says, in one language. */
export interface Texts {
  tag: string;
  dir: "ltr" | "rtl";

  chat: string;
  openChat: string;
  openChatUnread(count: number): string;
  closeChat: string;
  chatWith(name: string): string;

  bot: string;
  person: string;
  botAnswers: string;
  botStarting: string;
  botStartingHelp: string;
  personAnswers(shop: string): string;
  waiting: string;
  waitingPlace(position: number): string;
  waitingTime(seconds: number): string;
  waitingUnknown: string;
  nobodyHere: string;
  leaveAddress: string;
  addressName: string;
  addressEmail: string;
  addressWords(name: string, email: string): string;

  messages: string;
  you: string;
  today: string;
  yesterday: string;
  earlier: string;
  newBelow: string;
  quickReplies: string;
  submit: string;
  fileOf(name: string, size: string): string;
  typing(name: string): string;

  sending: string;
  waitingForLine: string;
  sent: string;
  read: string;
  notSent: string;
  tryAgain: string;
  discard: string;
  /** By the hub's code; others say only that it was not sent. */
  refusedBecause: Partial<Record<string, string>>;

  handoff: string;
  queued: string;
  joined(name: string): string;
  left(name: string): string;
  botAgain(name: string): string;
  resolved: string;
  reopened: string;
  rated(score: number): string;

  write: string;
  writeNew: string;
  send: string;
  askPerson: string;
  askingPerson: string;
  askPersonFailed: string;
  charactersLeft(count: number): string;

  rateTitle: string;
  rateScores: readonly [string, string, string, string, string];
  rateComment: string;
  rateSend: string;
  rateThanks: string;
  rateFailed: string;

  offline: string;
  refused: string;
  starting: string;

  soundOn: string;
  soundOff: string;
  back: string;
  memory: string;
  memoryEmpty: string;
  memoryFailed: string;
  memoryFrom: Record<FactView["source"], string>;
  memoryCorrect: string;
  memoryForget: string;
  memorySave: string;
  memoryCancel: string;
  memoryNewValue(label: string): string;
  memoryForgetAll: string;
  memoryForgetAllSure: string;
  memoryForgetAllDo: string;
  memoryNotDone: string;
  consent: string;
  consentFor: Record<Purpose, string>;
}
