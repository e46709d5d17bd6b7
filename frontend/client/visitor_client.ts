import type { VisitorCommands } from "../wire/events.gen";
import { SamtalError } from "./ack";
import { begun, keepBegun } from "./begun";
import { newClientId } from "./client_id";
import { KeptMessages } from "./kept_messages";
import { Outbox, type Pending } from "./outbox";
import { Tabs } from "./tabs";
import { Typing } from "./typing";
import { VisitorDialogue } from "./visitor_dialogue";
import { VisitorLine, type VisitorOptions } from "./visitor_line";
import { isOpen, unreadOf, type VisitorState } from "./visitor_state";
import { VisitorStore } from "./visitor_store";

export type { VisitorOptions } from "./visitor_line";

/** Longer than that nobody waits for a button to do something. */
const ASKED_WITHIN_MS = 15_000;

/** The visitor's side of the hub: one dialogue, whole and in order, and an outbox that loses nothing. */
export class VisitorClient {
  readonly #options: VisitorOptions;
  readonly #store = new VisitorStore();
  readonly #line: VisitorLine;
  readonly #outbox: Outbox;
  readonly #dialogue: VisitorDialogue;
  readonly #typing: Typing;
  #readSent = 0;
  #asking = false;

  constructor(options: VisitorOptions) {
    const { keep, inbox } = options;
    const tabs = new Tabs(inbox);
    this.#options = options;
    this.#line = new VisitorLine(options, this.#store, tabs);
    const { hub } = this.#line;
    this.#outbox = new Outbox({
      kept: new KeptMessages(keep, tabs),
      conversationId: () => this.#present(),
      send: (pending, signal) => this.#send(pending, signal),
      acknowledged: ({ conversation_id }) => this.#dialogue.begins(conversation_id),
      changed: (outbox) => this.#store.set({ outbox }),
      isReady: () => hub.isReady && !this.#asking,
    });
    this.#dialogue = new VisitorDialogue(hub, this.#store, keep, this.#outbox);
    hub.on("facts_changed", () => this.#store.set({ factsVersion: this.state.factsVersion + 1 }));
    this.#typing = new Typing(hub, this.#store);
    this.#outbox.begin();
  }

  get state(): VisitorState {
    return this.#store.state;
  }

  /** Returns what stops listening. */
  subscribe(listen: (state: VisitorState, before: VisitorState) => void): () => void {
    return this.#store.subscribe(listen);
  }

  connect(): void {
    this.#dialogue.start();
    this.#line.connect();
  }

  close(): void {
    this.#outbox.stop();
    this.#dialogue.stop();
    this.#typing.stop();
    this.#line.close();
  }

  /** Never fails: what cannot go out now waits in the outbox. */
  send(text: string, label: string | null = null): void {
    this.#typing.tell(false);
    this.#outbox.add(text, label);
  }

  retry(clientId: string): void {
    this.#outbox.retry(clientId);
  }

  discard(clientId: string): void {
    this.#outbox.discard(clientId);
  }

  typing(on: boolean): void {
    this.#typing.tell(on);
  }

  /** Everything shown so far has been seen. */
  markRead(): void {
    const { conversation, timeline } = this.state;
    const seq = timeline.wholeTo;
    const { hub } = this.#line;
    if (!conversation || seq === this.#readSent || unreadOf(this.state) === 0 || !hub.connected) return;
    this.#readSent = seq;
    this.#store.set({ conversation: { ...conversation, read_by_visitor: seq } });
    hub
      .request("mark_read", { conversation_id: conversation.id, seq }, { withinMs: ASKED_WITHIN_MS })
      .catch(() => {
        this.#readSent = 0;
      });
  }

  /** Words that were sent just before may open the dialogue, and so may this: one of them waits for the other. */
  async requestAgent(): Promise<void> {
    this.#asking = true;
    try {
      await this.#outbox.flush();
      const begun = this.#present();
      if (begun) await this.#dialogue.open(begun);
      const held = this.state.conversation;
      const { conversation } = await this.#line.hub.request(
        "request_agent",
        { ...(isOpen(held) ? { conversation_id: held.id } : {}), client_id: newClientId() },
        { withinMs: ASKED_WITHIN_MS },
      );
      this.#dialogue.updated(conversation);
      this.#dialogue.begins(conversation.id);
    } finally {
      this.#asking = false;
      void this.#outbox.flush();
    }
  }

  /** The shop says who this is; kept for the next handshake while there is no connection. */
  async identify(identity: string): Promise<void> {
    const { hub } = this.#line;
    if (!hub.connected) return this.#line.introduce(identity);
    const { token, contact, conversation, messages, greeting } = await hub.command("identify", { identity });
    if (token) {
      this.#line.becomeAnother(token);
      this.#dialogue.forget();
      this.#store.set({ greeted: true });
    }
    this.#store.set({ contact, greeting });
    if (conversation) this.#dialogue.received(conversation, messages);
  }

  /** The line and the state, for what few visitors need and comes later. */
  get parts(): [VisitorLine["hub"], VisitorStore] {
    return [this.#line.hub, this.#store];
  }

  /** Afterwards this browser is a stranger: it comes back without its token. */
  async forgetMe(): Promise<void> {
    const { hub } = this.#line;
    await hub.command("forget_me", {});
    this.#line.becomeAnother(null);
    hub.close();
    this.#dialogue.forget();
    hub.connect();
  }

  loadEarlier(): Promise<void> {
    return this.#dialogue.loadEarlier();
  }

  /** The dialogue that is open, here or, as far as this browser knows, in another tab. */
  #present(): string | null {
    const { conversation: held } = this.state;
    const id = begun(this.#options.keep)?.id ?? null;
    if (held?.status !== "resolved") return held?.id ?? id;
    return id === held.id ? null : id;
  }

  async #send(
    { clientId, text, label, conversationId }: Pending,
    signal: AbortSignal,
  ): Promise<VisitorCommands["send_message"]["data"]> {
    const { hub } = this.#line;
    const message = {
      client_id: clientId,
      content: { type: "text" as const, text, ...(label ? { label } : {}) },
    };
    if (!conversationId) return hub.request("send_message", message, { signal });
    try {
      return await hub.request("send_message", { ...message, conversation_id: conversationId }, { signal });
    } catch (error) {
      const code = error instanceof SamtalError && error.code;
      if (signal.aborted || (code !== "conflict" && code !== "not_found")) throw error;
      // It was resolved while this was being written: then it opens a new one.
      if (begun(this.#options.keep)?.id === conversationId) keepBegun(this.#options.keep, null);
      if (this.state.conversation?.id === conversationId) await this.#dialogue.fill();
      return hub.request("send_message", message, { signal });
    }
  }
}
