import { type ErrorCode, SamtalError } from "./ack";
import type { Keep } from "./keep";
import type { Pending } from "./outbox";
import type { Tabs } from "./tabs";

const PREFIX = "outbox:";

type Inherit = (left: Pending[]) => void;

/**
 * Unsent messages in the store, each under `outbox:<tab>:<client id>`, so that tabs do not overwrite each other.
 * A tab takes over what another one left behind once that one has ended.
 */
export class KeptMessages {
  readonly #keep: Keep;
  readonly #tabs: Tabs;
  /** Tabs whose end is waited for. */
  readonly #awaited = new Set<string>();
  #inherit: Inherit = () => {};

  constructor(keep: Keep, tabs: Tabs) {
    this.#keep = keep;
    this.#tabs = tabs;
  }

  /** What this tab, before a reload, and ended ones have left comes now, what others leave when they end. */
  begin(inherit: Inherit): void {
    this.#inherit = inherit;
    addEventListener("storage", this.#look);
    this.#take(this.#tabs.id);
    this.#look();
  }

  stop(): void {
    removeEventListener("storage", this.#look);
  }

  write({ clientId, text, label, writtenAt, conversationId, error }: Pending): void {
    this.#tabs.hold();
    const refusal = error && { code: error.code, message: error.message };
    this.#keep.set(this.#key(clientId), JSON.stringify({ text, label, writtenAt, conversationId, refusal }));
  }

  remove(clientId: string): void {
    this.#keep.remove(this.#key(clientId));
  }

  #key(clientId: string): string {
    return `${PREFIX}${this.#tabs.id}:${clientId}`;
  }

  readonly #look = (): void => {
    for (const { tab } of this.#entries()) {
      if (tab === this.#tabs.id || this.#awaited.has(tab)) continue;
      this.#awaited.add(tab);
      this.#tabs.whenGone(tab, () => this.#take(tab));
    }
  };

  #take(left: string): void {
    this.#awaited.delete(left);
    const found: Pending[] = [];
    for (const { key, tab, clientId } of this.#entries()) {
      if (tab !== left) continue;
      const pending = parsed(clientId, this.#keep.get(key) ?? "");
      this.#keep.remove(key);
      if (!pending) continue;
      this.write(pending);
      found.push(pending);
    }
    this.#inherit(found);
  }

  #entries(): { key: string; tab: string; clientId: string }[] {
    return this.#keep
      .keys()
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => {
        // Widgets before this one wrote `outbox:<client id>`.
        const [, tab = "", clientId = tab] = key.split(":");
        return { key, tab, clientId };
      });
  }
}

interface Stored extends Partial<Pending> {
  refusal?: { code: ErrorCode; message: string } | null;
}

function parsed(clientId: string, json: string): Pending | null {
  try {
    const { text, label = null, writtenAt, conversationId = null, refusal } = JSON.parse(json) as Stored;
    if (typeof text !== "string" || typeof writtenAt !== "string") return null;
    const error = refusal ? new SamtalError(refusal.code, refusal.message) : null;
    const state = error ? "failed" : "sending";
    return { clientId, text, label, writtenAt, conversationId, state, error };
  } catch {
    return null;
  }
}
