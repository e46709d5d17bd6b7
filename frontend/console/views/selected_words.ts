/** Words of a visitor's message, as an agent marked them. */
export interface SelectedWords {
  readonly messageId: string;
  /** In Unicode code points of the message, as the hub counts. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

const LONGEST = 200;

/** What is marked now, when it lies within one message of the visitor; blanks at its ends do not count. */
export function selectedWords(selection: Selection | null = document.getSelection()): SelectedWords | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const words = elementAt(range.startContainer)?.closest(".message-visitor .words");
  const messageId = words?.closest<HTMLElement>("[data-message]")?.dataset.message;
  if (!words || !messageId) return null;
  const text = words.textContent ?? "";
  const from = offsetIn(words, range.startContainer, range.startOffset);
  // A triple click ends in the element after the words.
  const to = words.contains(range.endContainer)
    ? offsetIn(words, range.endContainer, range.endOffset)
    : text.length;
  const marked = text.slice(from, to);
  const quote = marked.trim();
  if (!quote || quote.length > LONGEST) return null;
  const start = codePoints(text.slice(0, from + marked.indexOf(quote)));
  return { messageId, start, end: start + codePoints(quote), quote };
}

/** The kind of fact that words look like by their shape, for the form to begin with. */
export function likelyKind(quote: string): string | undefined {
  if (/^\S+@\S+\.\S+$/.test(quote)) return "email";
  if (/^\+?[\d\s()./-]{7,}$/.test(quote)) return "phone";
  if (/^#?\d{4,6}$/.test(quote)) return "order_number";
  if (/^(?:\d{0,2}X{0,3}[SL]|M|\d{2})$/i.test(quote)) return "size";
  return undefined;
}

function elementAt(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

function offsetIn(words: Element, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

function codePoints(text: string): number {
  return [...text].length;
}
