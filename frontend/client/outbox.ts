import type { SendResult } from "../wire/events.gen";
import { SamtalError } from "./ack";
import type { Keep } from "./keep";

/** What the visitor wrote and the hub has not shown back yet. */
export interface Pending {
  readonly clientId: string;
  readonly text: string;
  /** What the visitor saw when they picked a choice. */
  readonly label: string | null;
  readonly writtenAt: string;
  readonly state: "sending" | "sent" | "failed";
  readonly error: SamtalError | null;
}

interface OutboxParts {
  keep: Keep;
  send(pending: Pending): Promise<SendResult>;
  /** Called with the hub's answer before the next message goes out. */
  acknowledged(result: SendResult): void;
  changed(pending: readonly Pending[]): void;
  isConnected(): boolean;
}

const PREFIX = "outbox:";
const LATE_TRIES = 3;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

/**
 * Sends one message at a time in the order they were written, again and again until the hub acknowledges it.
 * Each lies in the store under its own key, so that tabs do not overwrite each other and a reload loses nothing;
 * two tabs sending the same one do no harm, because the hub knows it by its client id.
 */
export class Outbox {
  readonly #parts: OutboxParts;
  #pending: readonly Pending[];
  #sending = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #late = 0;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#pending = stored(parts.keep);
  }

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  add(text: string, label: string | null = null): void {
    const pending: Pending = {
      clientId: crypto.randomUUID?.() ?? fallbackId(),
      text,
      label,
      writtenAt: new Date().toISOString(),
      state: "sending",
      error: null,
    };
    this.#parts.keep.set(
      PREFIX + pending.clientId,
      JSON.stringify({ text, label, writtenAt: pending.writtenAt }),
    );
    this.#set([...this.#pending, pending]);
    void this.flush();
  }

  /** "Try again" on one that failed. */
  retry(clientId: string): void {
    this.#late = 0;
    this.#change(clientId, { state: "sending", error: null });
    void this.flush();
  }

  /** Gives one up. */
  discard(clientId: string): void {
    this.#parts.keep.remove(PREFIX + clientId);
    this.#set(this.#pending.filter((pending) => pending.clientId !== clientId));
  }

  /** The hub has shown these; whatever happened to their acks, they are kept. */
  arrived(clientIds: Iterable<string>): void {
    const shown = new Set(clientIds);
    if (!this.#pending.some((pending) => shown.has(pending.clientId))) return;
    for (const clientId of shown) this.#parts.keep.remove(PREFIX + clientId);
    this.#set(this.#pending.filter((pending) => !shown.has(pending.clientId)));
  }

  /** Everything goes, as after "forget me". */
  clear(): void {
    for (const { clientId } of this.#pending) this.#parts.keep.remove(PREFIX + clientId);
    this.#set([]);
  }

  /** On every connection: what timed out before gets its chance again. */
  reconnected(): void {
    this.#late = 0;
    clearTimeout(this.#pause);
    this.#set(
      this.#pending.map((one) => (one.error?.passing ? { ...one, state: "sending", error: null } : one)),
    );
    void this.flush();
  }

  async flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        if (!this.#parts.isConnected() || !(await this.#try(next))) return;
      }
    } finally {
      this.#sending = false;
    }
  }

  stop(): void {
    clearTimeout(this.#pause);
  }

  #next(): Pending | undefined {
    return this.#pending.find((pending) => pending.state === "sending");
  }

  /** Whether the next one may follow at once. */
  async #try(pending: Pending): Promise<boolean> {
    try {
      const result = await this.#parts.send(pending);
      this.#late = 0;
      this.#parts.keep.remove(PREFIX + pending.clientId);
      this.#change(pending.clientId, { state: "sent" });
      this.#parts.acknowledged(result);
      return true;
    } catch (error) {
      return this.#failed(
        pending,
        error instanceof SamtalError ? error : new SamtalError("internal", String(error)),
      );
    }
  }

  #failed(pending: Pending, error: SamtalError): boolean {
    if (error.code === "offline") return false;
    if (!error.passing) {
      this.#change(pending.clientId, { state: "failed", error });
      return true;
    }
    this.#late += 1;
    if (this.#late >= LATE_TRIES) {
      // Those behind it wait too: what the visitor wrote must not arrive in another order.
      for (const one of this.#pending) {
        if (one.state === "sending") this.#change(one.clientId, { state: "failed", error });
      }
      return false;
    }
    const pause = error.code === "timeout" ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** this.#late, LONGEST_PAUSE_MS);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.flush(), pause);
    return false;
  }

  #change(clientId: string, change: Partial<Pending>): void {
    this.#set(this.#pending.map((one) => (one.clientId === clientId ? { ...one, ...change } : one)));
  }

  #set(pending: readonly Pending[]): void {
    this.#pending = pending;
    this.#parts.changed(pending);
  }
}

function stored(keep: Keep): Pending[] {
  const found: Pending[] = [];
  for (const key of keep.keys()) {
    if (!key.startsWith(PREFIX)) continue;
    const pending = parsed(key.slice(PREFIX.length), keep.get(key) ?? "");
    if (pending) found.push(pending);
    else keep.remove(key);
  }
  return found.sort((one, other) => one.writtenAt.localeCompare(other.writtenAt));
}

function parsed(clientId: string, json: string): Pending | null {
  try {
    const { text, label, writtenAt } = JSON.parse(json) as Partial<Pending>;
    if (typeof text !== "string" || typeof writtenAt !== "string") return null;
    return { clientId, text, label: label ?? null, writtenAt, state: "sending", error: null };
  } catch {
    return null;
  }
}

/** `randomUUID` exists only on https pages and localhost. */
function fallbackId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
