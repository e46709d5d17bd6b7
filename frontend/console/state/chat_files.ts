import { newClientId } from "../../client/client_id";
import type { Rest } from "../../client/rest";
import { upload } from "../../client/upload";
import { type Staged, Uploads } from "../../client/uploads";
import type { Store } from "./store";

const NONE: readonly Staged[] = [];

/** Files on their way, by chat: turning to another chat stops none of them. */
export class ChatFiles {
  readonly #store: Store;
  readonly #rest: Rest;
  readonly #chats = new Map<string, Uploads>();
  readonly #listeners = new Set<() => void>();

  constructor(store: Store, rest: Rest) {
    this.#store = store;
    this.#rest = rest;
  }

  /** What was chosen for this chat and is not there yet. */
  filesOf(conversationId: string): readonly Staged[] {
    return this.#chats.get(conversationId)?.files ?? NONE;
  }

  of(conversationId: string): Uploads {
    const held = this.#chats.get(conversationId);
    if (held) return held;
    const made = new Uploads({
      // The hub says so at once.
      most: Number.POSITIVE_INFINITY,
      newId: newClientId,
      changed: () => {
        for (const listen of this.#listeners) listen();
      },
      deliver: (staged, onProgress, signal) => this.#deliver(conversationId, staged, onProgress, signal),
    });
    this.#chats.set(conversationId, made);
    return made;
  }

  /** Nothing of it goes out any more. */
  stop(): void {
    for (const uploads of this.#chats.values()) uploads.stop();
  }

  /** Returns what stops listening. */
  listen(listen: () => void): () => void {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  }

  async #deliver(
    conversationId: string,
    staged: Staged,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#wordsAreSent(conversationId, signal);
    const epoch = this.#store.get().conversations.byId[conversationId]?.owner.epoch;
    const address = this.#rest.address(`conversations/${conversationId}/files`, {
      client_id: staged.clientId,
      name: staged.file.name,
      epoch,
    });
    await upload(address, staged.file, { headers: { "X-Samtal": "1" }, onProgress, signal });
  }

  /** Files come after the words that were written before them. */
  #wordsAreSent(conversationId: string, signal: AbortSignal): Promise<void> {
    const waits = () =>
      this.#store.get().outbox.some((one) => one.conversationId === conversationId && !one.refusal);
    return new Promise((resolve) => {
      const look = () => {
        if (!signal.aborted && waits()) return;
        stop();
        resolve();
      };
      const stop = this.#store.listen(look);
      signal.addEventListener("abort", look);
      look();
    });
  }
}
