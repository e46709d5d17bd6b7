import type { AgentClient } from "../../client/agent_client";
import type { SendResult } from "../../wire/events.gen";
import { refusalOf } from "./live";
import type { Pending, Writing } from "./model";
import type { Store } from "./store";

/**
 * Sends replies and notes, one at a time per chat and again until the hub has answered; each keeps its client id,
 * so that none is ever stored twice.
 */
export class Sender {
  readonly #store: Store;
  readonly #client: AgentClient;
  readonly #newId: () => string;
  /** By chat, what is on its way. */
  readonly #underWay = new Map<string, { clientId: string; stop: AbortController }>();

  constructor(store: Store, client: AgentClient, newId: () => string) {
    this.#store = store;
    this.#client = client;
    this.#newId = newId;
  }

  /** Takes up what an earlier page left, and hears of what the hub has shown meanwhile. */
  start(): () => void {
    this.#sendWaiting();
    const stopListening = this.#store.listen((_change, before, now) => {
      if (before.outbox !== now.outbox) this.#forgetShown();
    });
    return () => {
      stopListening();
      for (const { stop } of this.#underWay.values()) stop.abort();
    };
  }

  send(conversationId: string, writing: Writing, text: string): void {
    const owner = this.#store.get().conversations.byId[conversationId]?.owner;
    if (!owner) return;
    const pending: Pending = {
      clientId: this.#newId(),
      conversationId,
      writing,
      epoch: owner.epoch,
      text,
      writtenAt: new Date().toISOString(),
    };
    this.#store.dispatch({ type: "written", pending });
    void this.#sendNext(conversationId);
  }

  /** Once more, by the agent's own decision and so under the present owner. */
  sendAgain(clientId: string): void {
    const state = this.#store.get();
    const pending = state.outbox.find((one) => one.clientId === clientId);
    if (!pending) return;
    const epoch = state.conversations.byId[pending.conversationId]?.owner.epoch ?? pending.epoch;
    this.#store.dispatch({ type: "sending_again", client_id: clientId, epoch });
    void this.#sendNext(pending.conversationId);
  }

  /** Takes a message that was not sent out of the way. */
  withdraw(clientId: string): void {
    this.#store.dispatch({ type: "withdrawn", client_id: clientId });
  }

  /** It leaves with the epoch it was written under, however long it had to wait for a connection. */
  #sendWaiting(): void {
    const chats = new Set(this.#store.get().outbox.map(({ conversationId }) => conversationId));
    for (const conversationId of chats) void this.#sendNext(conversationId);
  }

  /** A live event may show a message before its answer comes, or instead of one that was lost. */
  #forgetShown(): void {
    const waiting = new Set(this.#store.get().outbox.map(({ clientId }) => clientId));
    for (const { clientId, stop } of this.#underWay.values()) if (!waiting.has(clientId)) stop.abort();
  }

  async #sendNext(conversationId: string): Promise<void> {
    if (this.#underWay.has(conversationId)) return;
    const pending = this.#store
      .get()
      .outbox.find((one) => one.conversationId === conversationId && !one.refusal);
    if (!pending) return;
    const { clientId } = pending;
    const stop = new AbortController();
    this.#underWay.set(conversationId, { clientId, stop });
    try {
      this.#arrived(pending, await this.#request(pending, stop.signal));
    } catch (error) {
      if (!stop.signal.aborted)
        this.#store.dispatch({ type: "refused", client_id: clientId, refusal: refusalOf(error) });
    }
    this.#underWay.delete(conversationId);
    void this.#sendNext(conversationId);
  }

  #request(
    { clientId, conversationId, writing, epoch, text }: Pending,
    signal: AbortSignal,
  ): Promise<SendResult> {
    const content = { type: "text" as const, text };
    const common = { client_id: clientId, conversation_id: conversationId, content };
    if (writing === "note") return this.#client.request("add_note", common, { signal });
    return this.#client.request("send_message", { ...common, epoch }, { signal });
  }

  /** Shows it in its place at once; the live event brings the same message again. */
  #arrived(pending: Pending, { message_id, seq }: SendResult): void {
    const { account } = this.#store.get();
    this.#store.dispatch({
      type: "message_created",
      message: {
        id: message_id,
        conversation_id: pending.conversationId,
        seq,
        prev_seq: seq - 1,
        client_id: pending.clientId,
        author: { kind: "agent", id: account?.id ?? null, name: account?.name ?? null },
        kind: pending.writing,
        content: { type: "text", text: pending.text },
        created_at: pending.writtenAt,
      },
    });
    this.#store.dispatch({ type: "sent", client_id: pending.clientId });
  }
}
