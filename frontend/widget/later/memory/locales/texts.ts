import type { FactView, Purpose } from "../../../../wire/events.gen";

/** What the panel of what we remember says, in one language. */
export interface MemoryTexts {
  memoryEmpty: string;
  memoryFrom: Record<FactView["source"], string>;
  memoryCorrect: string;
  memoryForget: string;
  memorySave: string;
  memoryCancel: string;
  memoryNewValue(label: string): string;
  memoryForgetAll: string;
  memoryForgetAllSure: string;
  memoryForgetAllDo: string;
  consent: string;
  consentFor: Record<Purpose, string>;
  memoryUnsure: string;
  memoryYes: string;
  memoryNo: string;
  memoryUntil(date: string): string;
  memoryDialogueOnly: string;
  memoryWhy(why: string): string;
  memoryDownload: string;
  memoryFileName: string;
  memoryWithdrawn: string;
}
