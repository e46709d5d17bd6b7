import type { ConversationView, VisitorCommands, VisitorEvents } from "../wire/events.gen";
import type { HubSocket } from "./socket";
import { newer } from "./visitor_state";
import type { VisitorStore } from "./visitor_store";

/** Longer than that nobody waits for a button to do something. */
const ASKED_WITHIN_MS = 15_000;

/** What few visitors fill in: a rating, and where the answer may go. */
export class VisitorForms {
  readonly #hub: HubSocket<VisitorCommands, VisitorEvents>;
  readonly #store: VisitorStore;

  constructor(hub: HubSocket<VisitorCommands, VisitorEvents>, store: VisitorStore) {
    this.#hub = hub;
    this.#store = store;
  }

  async rate(score: number, comment: string): Promise<void> {
    const rating = { conversation_id: this.#conversationId, score, ...(comment ? { comment } : {}) };
    const within = { withinMs: ASKED_WITHIN_MS };
    this.#updated((await this.#hub.request("rate_conversation", rating, within)).conversation);
  }

  /** For when nobody is there to answer now. */
  async leaveEmail(email: string): Promise<void> {
    const payload = { conversation_id: this.#conversationId, email };
    const within = { withinMs: ASKED_WITHIN_MS };
    this.#updated((await this.#hub.request("leave_email", payload, within)).conversation);
  }

  get #conversationId(): string {
    return this.#store.state.conversation?.id ?? "";
  }

  #updated(arrived: ConversationView): void {
    const held = this.#store.state.conversation;
    if (held?.id === arrived.id) this.#store.set({ conversation: newer(held, arrived) });
  }
}
