import type { AgentClient } from "../../client/agent_client";
import type { SendResult } from "../../wire/events.gen";
import { refusalOf } from "./live";
import type { Pending, Writing } from "./model";
import type { Store } from "./store";

/** Sends replies and notes; each keeps its client id, so that none is ever stored twice. */
export class Sender {
  readonly #store: Store;
  readonly #client: AgentClient;
  readonly #newId: () => string;
  /** Counts attempts per client id; only the newest one's answer counts. */
  readonly #attempts = new Map<string, number>();

  constructor(store: Store, client: AgentClient, newId: () => string) {
    this.#store = store;
    this.#client = client;
    this.#newId = newId;
  }

  start(): () => void {
    return this.#store.listen((change, before) => {
      if (change.type !== "connection_changed" || change.connection !== "connected") return;
      if (before.connection !== "connected") this.#sendWaiting();
    });
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
    void this.#attempt(pending);
  }

  /** Once more, by the agent's own decision and so under the present owner. */
  sendAgain(clientId: string): void {
    const state = this.#store.get();
    const pending = state.outbox.find((one) => one.clientId === clientId);
    if (!pending) return;
    const epoch = state.conversations.byId[pending.conversationId]?.owner.epoch ?? pending.epoch;
    this.#store.dispatch({ type: "sending_again", client_id: clientId, epoch });
    void this.#attempt({ ...pending, epoch });
  }

  /** Takes a message that was not sent out of the way. */
  withdraw(clientId: string): void {
    this.#store.dispatch({ type: "withdrawn", client_id: clientId });
  }

  /** What could not leave for want of a connection leaves with the epoch it was written under. */
  #sendWaiting(): void {
    for (const pending of this.#store.get().outbox) {
      if (!pending.refusal) void this.#attempt(pending);
    }
  }

  async #attempt(pending: Pending): Promise<void> {
    if (this.#client.connection !== "connected") return;
    const attempt = (this.#attempts.get(pending.clientId) ?? 0) + 1;
    this.#attempts.set(pending.clientId, attempt);
    try {
      this.#arrived(pending, await this.#command(pending));
    } catch (error) {
      const refusal = refusalOf(error);
      // Without a line it waits for the next connection and goes by itself.
      const isCutOff = refusal.code === "timeout" && this.#client.connection !== "connected";
      const isOvertaken = this.#attempts.get(pending.clientId) !== attempt;
      if (refusal.code === "offline" || isCutOff || isOvertaken) return;
      this.#store.dispatch({ type: "refused", client_id: pending.clientId, refusal });
    }
  }

  #command({ clientId, conversationId, writing, epoch, text }: Pending): Promise<SendResult> {
    const content = { type: "text" as const, text };
    const common = { client_id: clientId, conversation_id: conversationId, content };
    if (writing === "note") return this.#client.command("add_note", common);
    return this.#client.command("send_message", { ...common, epoch });
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
