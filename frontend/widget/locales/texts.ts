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
  notKept: string;
  refused: string;
  starting: string;

  soundOn: string;
  soundOff: string;
  back: string;
  memory: string;
}
