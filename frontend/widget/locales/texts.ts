import type { LaterTexts } from "../later/locales/texts";

/** What the chat says from the first moment, in one language. */
export interface Texts {
  tag: string;

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

  messages: string;
  you: string;
  today: string;
  yesterday: string;
  earlier: string;
  newBelow: string;
  quickReplies: string;
  submit: string;
  typing(name: string): string;

  sending: string;
  waitingForLine: string;
  sent: string;
  read: string;

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

  offline: string;
  reconnecting: string;
  missing: string;
  notKept: string;
  refused: string;
  starting: string;

  soundOn: string;
  soundOff: string;
  back: string;
  memory: string;
}

/** What the hub says in words of its own where they are English. */
export interface HubTexts {
  /** Where somebody may expect an answer who has left no address, or who was asked for one. */
  answeredHere: string;
  answeredByMail: string;
  addressNoted: string;
  stillThere(minutes: number): string;
}

/** A language besides English: all but what the panel of what we remember says, in one file. */
export interface AllTexts extends Texts, LaterTexts, HubTexts {
  /** Dates and times, where browsers cannot be relied upon to know the language. */
  written?(at: Date, form: Intl.DateTimeFormatOptions): string;
}

/** As they are at hand: English brings what comes later when that comes. */
export type SomeTexts = Texts & Partial<AllTexts>;
