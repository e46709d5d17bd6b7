import type { VisitorCommands, VisitorEvents } from "../wire/events.gen";
import type { HubSocket } from "./socket";
import { isOpen } from "./visitor_state";
import type { VisitorStore } from "./visitor_store";

const SHOWN_MS = 30_000;
const REPEATED_MS = 3_000;
const IDLE_MS = 5_000;

/** Typing signs, both ways; a lost one matters to nobody. */
export class Typing {
  readonly #hub: HubSocket<VisitorCommands, VisitorEvents>;
  readonly #store: VisitorStore;
  #shown: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #sentAt = 0;

  constructor(hub: HubSocket<VisitorCommands, VisitorEvents>, store: VisitorStore) {
    this.#hub = hub;
    this.#store = store;
    hub.on("typing", ({ conversation_id, author, on }) => {
      if (conversation_id !== store.state.conversation?.id || author.kind === "visitor") return;
      clearTimeout(this.#shown);
      store.set({ typing: on ? author : null });
      if (on) this.#shown = setTimeout(() => store.set({ typing: null }), SHOWN_MS);
    });
  }

  /** Told at most every three seconds and taken back after five idle ones. */
  tell(on: boolean): void {
    const { conversation } = this.#store.state;
    clearTimeout(this.#idle);
    if (!isOpen(conversation) || !this.#hub.isReady) return;
    if (on) this.#idle = setTimeout(() => this.tell(false), IDLE_MS);
    const now = Date.now();
    if (on ? now - this.#sentAt < REPEATED_MS : this.#sentAt === 0) return;
    this.#sentAt = on ? now : 0;
    this.#hub.command("typing", { conversation_id: conversation.id, on }).catch(() => {});
  }

  stop(): void {
    clearTimeout(this.#shown);
    clearTimeout(this.#idle);
  }
}
