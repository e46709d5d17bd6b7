/** "en, is" as a list, without what is empty or there twice. */
export function wordsIn(text: string): string[] {
  const words = text.split(/[,;\n]/).map((word) => word.trim());
  return [...new Set(words.filter(Boolean))];
}

export function joined(words: readonly string[]): string {
  return words.join(", ");
}
