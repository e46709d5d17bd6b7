import type { HeadView } from "../wire/events.gen";
import { jittered } from "./socket";

interface HeadsParts {
  /** The dialogues before somebody's eyes; nothing is asked while there is none. */
  ids(): string[];
  ask(ids: string[]): Promise<{ heads: HeadView[] }>;
  /** Where the hub stands; whoever is behind that fetches what is missing. */
  found(head: HeadView): void;
  isConnected(): boolean;
}

const EVERY_MS = 5_000;
const MOST = 100;

/** A push is a hint that may be lost: asks every few seconds, and when somebody looks again, how far the hub is. */
export class HeadsWatch {
  readonly #parts: HeadsParts;
  #next: ReturnType<typeof setTimeout> | undefined;
  #asking = false;

  constructor(parts: HeadsParts) {
    this.#parts = parts;
  }

  start(): void {
    this.stop();
    addEventListener("focus", this.look);
    addEventListener("online", this.look);
    document.addEventListener("visibilitychange", this.look);
    this.#wait();
  }

  stop(): void {
    clearTimeout(this.#next);
    removeEventListener("focus", this.look);
    removeEventListener("online", this.look);
    document.removeEventListener("visibilitychange", this.look);
  }

  readonly look = (): void => {
    const ids = this.#parts.ids().slice(0, MOST);
    if (this.#asking || document.hidden || !ids[0] || !this.#parts.isConnected()) return;
    this.#asking = true;
    this.#parts
      .ask(ids)
      .then(
        ({ heads }) => heads.forEach(this.#parts.found),
        () => {},
      )
      .finally(() => {
        this.#asking = false;
      });
  };

  #wait(): void {
    this.#next = setTimeout(() => {
      this.look();
      this.#wait();
    }, jittered(EVERY_MS));
  }
}
