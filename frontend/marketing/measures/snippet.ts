/** Search snippets: the hub marks hits with `[` and `]`; they become parts, never markup. */

export interface SnippetPart {
  readonly text: string;
  readonly hit: boolean;
}

/** A bracket without its partner is an ordinary character of the visitor's. */
export function snippetParts(snippet: string): SnippetPart[] {
  const parts: SnippetPart[] = [];
  let rest = 0;
  for (const match of snippet.matchAll(/\[([^[\]]+)\]/g)) {
    if (match.index > rest) parts.push({ text: snippet.slice(rest, match.index), hit: false });
    parts.push({ text: match[1] ?? "", hit: true });
    rest = match.index + match[0].length;
  }
  if (rest < snippet.length) parts.push({ text: snippet.slice(rest), hit: false });
  return parts;
}
