import type { Keep } from "../client/keep";

type Listener = (detail: unknown) => void;

/** Open or closed, remembered across pages, and the site's own listeners. */
export class Doors {
  readonly #keep: Keep;
  readonly #listeners = new Map<string, Set<Listener>>();
  #open = false;
  /** Whether the visitor asked for it, so that focus may move. */
  asked = false;

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  open(asked: boolean): void {
    if (this.#open) return;
    this.#open = true;
    this.asked = asked;
    this.#keep.set("open", "1");
    this.tell("open", {});
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#keep.set("open", "0");
    this.tell("close", {});
  }

  /** Returns what stops listening. */
  on(event: string, listen: Listener): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listen));
    return () => listeners.delete(listen);
  }

  /** A listener of the site that throws is the site's own affair. */
  tell(event: string, detail: unknown): void {
    for (const listen of this.#listeners.get(event) ?? []) {
      try {
        listen(detail);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
