/** What the parts say that come once the chat is open, in one language. */
export interface LaterTexts {
  waitingPlace(position: number): string;
  /** Minutes: most who waited like this were answered by then, or between the two. */
  waitingWithin(minutes: number): string;
  waitingAbout(minutes: number): string;
  waitingBetween(least: number, most: number): string;
  nobodyHere: string;
  closedUntil(when: string): string;
  closed: string;
  peopleFrom(when: string): string;
  keptHere: string;
  leaveAddress: string;
  leaveName: string;
  answeredAt(email: string): string;
  addressFailed: string;
  addressName: string;
  addressEmail: string;
  addressWords(name: string, email: string): string;
  attach: string;
  notSent: string;
  tryAgain: string;
  discard: string;
  /** By the hub's code; others say only that it was not sent. */
  refusedBecause: Partial<Record<string, string>>;
  rateTitle: string;
  rateScores: readonly [string, string, string, string, string];
  rateComment: string;
  rateSend: string;
  rateThanks: string;
  rateFailed: string;
  memoryFailed: string;
  askMemory: string;
  askMemoryYes: string;
  askMemoryNo: string;
  memoryNotDone: string;
}
