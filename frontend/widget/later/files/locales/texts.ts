/** What is said of pictures and files, in one language. */
export interface FileTexts {
  filesChosen: string;
  fileRemove(name: string): string;
  fileSending(name: string): string;
  fileWaiting: string;
  fileTooLarge(megabytes: number): string;
  /** By the hub's code; others say only that it was not sent. */
  fileRefused: Partial<Record<string, string>>;
  fileOpen(name: string): string;
  fileGone: string;
}
