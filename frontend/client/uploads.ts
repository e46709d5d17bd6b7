import { type ErrorCode, SamtalError } from "./ack";
import { FOLDER } from "./given_files";

/** A file that was chosen, until its message is there. */
export interface Staged {
  readonly clientId: string;
  readonly file: File;
  readonly state: "chosen" | "waiting" | "sending" | "failed";
  /** From 0 to 1. */
  readonly share: number;
  readonly code?: ErrorCode;
}

interface Options {
  /** At most so many bytes each. */
  most: number;
  newId: () => string;
  deliver: (staged: Staged, onProgress: (share: number) => void, signal: AbortSignal) => Promise<unknown>;
  changed: (files: readonly Staged[]) => void;
}

/** What nobody can mend by trying the same again. */
const FOR_GOOD: ReadonlySet<ErrorCode | undefined> = new Set([
  "too_large",
  "type_not_allowed",
  "invalid",
  "not_allowed",
]);

/** Files on their way, one at a time and in order; each keeps its client id, so that none becomes two messages. */
export class Uploads {
  readonly #options: Options;
  readonly #stops = new Map<string, AbortController>();
  #files: readonly Staged[] = [];
  #busy = false;

  constructor(options: Options) {
    this.#options = options;
  }

  get files(): readonly Staged[] {
    return this.#files;
  }

  /** To be looked at first; what cannot be taken need not be sent to learn it. */
  add(files: readonly File[]): void {
    const { newId } = this.#options;
    const staged = files.map((file): Staged => {
      const code = this.#refusal(file);
      return {
        clientId: newId(),
        file,
        share: 0,
        ...(code ? { state: "failed", code } : { state: "chosen" }),
      };
    });
    this.#set([...this.#files, ...staged]);
  }

  /** All that were chosen. */
  send(): void {
    this.#set(this.#files.map((one) => (one.state === "chosen" ? { ...one, state: "waiting" } : one)));
    void this.#work();
  }

  retry(clientId: string): void {
    this.#change(clientId, { state: "waiting", share: 0 });
    void this.#work();
  }

  /** Also while it is on its way. */
  remove(clientId: string): void {
    this.#set(this.#files.filter((one) => one.clientId !== clientId));
    this.#stops.get(clientId)?.abort();
  }

  stop(): void {
    for (const { clientId } of this.#files) this.remove(clientId);
  }

  static mayRetry({ code }: Staged): boolean {
    return !FOR_GOOD.has(code);
  }

  #refusal({ size, type }: File): ErrorCode | undefined {
    if (type === FOLDER) return "type_not_allowed";
    return size > this.#options.most ? "too_large" : undefined;
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (;;) {
      const next = this.#files.find((one) => one.state === "waiting");
      if (!next) break;
      await this.#deliver(next);
    }
    this.#busy = false;
  }

  async #deliver(staged: Staged): Promise<void> {
    const { clientId } = staged;
    const stop = new AbortController();
    this.#stops.set(clientId, stop);
    this.#change(clientId, { state: "sending" });
    try {
      await this.#options.deliver(staged, (share) => this.#change(clientId, { share }), stop.signal);
      this.#set(this.#files.filter((one) => one.clientId !== clientId));
    } catch (error) {
      const code = error instanceof SamtalError ? error.code : "internal";
      this.#change(clientId, { state: "failed", code });
    } finally {
      this.#stops.delete(clientId);
    }
  }

  #change(clientId: string, change: Partial<Staged>): void {
    this.#set(this.#files.map((one) => (one.clientId === clientId ? { ...one, ...change } : one)));
  }

  #set(files: readonly Staged[]): void {
    this.#files = files;
    this.#options.changed(files);
  }
}
