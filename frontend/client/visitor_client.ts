import type {
  FactView,
  MessageView,
  Page,
  Purpose,
  VisitorCommands,
  VisitorEvents,
  VisitorHandshake,
  Welcome,
} from "../wire/events.gen";
import { SamtalError } from "./ack";
import type { Keep } from "./keep";
import { Outbox, type Pending } from "./outbox";
import { HubSocket, type RawSocket } from "./socket";
import { EMPTY_TIMELINE, hasGap, merged, settled } from "./timeline";
import { INITIAL_STATE, isOpen, newer, unreadOf, type VisitorState, withDialogue } from "./visitor_state";

export interface VisitorOptions {
  inbox: string;
  keep: Keep;
  locale?: string | undefined;
  identity?: string | undefined;
  element?: string | undefined;
  /** Where the visitor is now; asked at every connection. */
  page: () => Page;
  /** Makes the socket; `auth` is asked at every connection. */
  socket: (auth: () => VisitorHandshake) => RawSocket;
}

const TOKEN = "token";
const STARTING_MS = 10_000;
const TYPING_SHOWN_MS = 30_000;
const TYPING_REPEATED_MS = 3_000;
const TYPING_IDLE_MS = 5_000;

/** The visitor's side of the hub: one dialogue, whole and in order, and an outbox that loses nothing. */
export class VisitorClient {
  readonly #options: VisitorOptions;
  readonly #hub: HubSocket<VisitorCommands, VisitorEvents>;
  readonly #outbox: Outbox;
  readonly #listeners = new Set<(state: VisitorState, before: VisitorState) => void>();
  #state: VisitorState = INITIAL_STATE;
  #identity: string | undefined;
  #bare = false;
  #filling: Promise<void> | null = null;
  #opening: { id: string; done: Promise<void> } | null = null;
  /** The dialogue of the last ack: the next message belongs to it, also before it is on the screen. */
  #begun: string | null = null;
  #typingShown: ReturnType<typeof setTimeout> | undefined;
  #startingPause: ReturnType<typeof setTimeout> | undefined;
  #typingIdle: ReturnType<typeof setTimeout> | undefined;
  #typingSentAt = 0;
  #readSent = 0;

  constructor(options: VisitorOptions) {
    this.#options = options;
    this.#identity = options.identity;
    this.#hub = new HubSocket(options.socket(() => this.#handshake()));
    this.#outbox = new Outbox({
      keep: options.keep,
      send: (pending) => this.#send(pending),
      acknowledged: ({ conversation_id }) => {
        this.#begun = conversation_id;
        if (this.#state.conversation?.id !== conversation_id) void this.#open(conversation_id);
      },
      changed: (outbox) => this.#set({ outbox }),
      isConnected: () => this.#hub.connected && this.#state.inbox !== null,
    });
    this.#state = { ...this.#state, outbox: this.#outbox.pending };
    this.#listen();
  }

  get state(): VisitorState {
    return this.#state;
  }

  /** Returns what stops listening. */
  subscribe(listen: (state: VisitorState, before: VisitorState) => void): () => void {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  }

  connect(): void {
    this.#hub.connect();
  }

  close(): void {
    this.#outbox.stop();
    clearTimeout(this.#typingShown);
    clearTimeout(this.#startingPause);
    clearTimeout(this.#typingIdle);
    this.#hub.close();
  }

  /** Never fails: what cannot go out now waits in the outbox. */
  send(text: string, label: string | null = null): void {
    this.typing(false);
    this.#outbox.add(text, label);
  }

  retry(clientId: string): void {
    this.#outbox.retry(clientId);
  }

  discard(clientId: string): void {
    this.#outbox.discard(clientId);
  }

  /** Told to the hub at most every three seconds and taken back after five idle ones; a lost one matters to nobody. */
  typing(on: boolean): void {
    const conversation = this.#state.conversation;
    clearTimeout(this.#typingIdle);
    if (!isOpen(conversation) || !this.#hub.connected) return;
    if (on) this.#typingIdle = setTimeout(() => this.typing(false), TYPING_IDLE_MS);
    const now = Date.now();
    if (on ? now - this.#typingSentAt < TYPING_REPEATED_MS : this.#typingSentAt === 0) return;
    this.#typingSentAt = on ? now : 0;
    this.#hub.command("typing", { conversation_id: conversation.id, on }).catch(() => {});
  }

  /** Everything shown so far has been seen. */
  markRead(): void {
    const { conversation, timeline } = this.#state;
    const seq = timeline.wholeTo;
    if (!conversation || seq <= this.#readSent || unreadOf(this.#state) === 0) return;
    if (!this.#hub.connected) return;
    this.#readSent = seq;
    this.#set({ conversation: { ...conversation, read_by_visitor: seq } });
    this.#hub.command("mark_read", { conversation_id: conversation.id, seq }).catch(() => {
      this.#readSent = 0;
    });
  }

  async requestAgent(): Promise<void> {
    const conversation = this.#state.conversation;
    const { conversation: changed } = await this.#hub.command("request_agent", {
      ...(isOpen(conversation) ? { conversation_id: conversation.id } : {}),
      client_id: crypto.randomUUID?.(),
    });
    if (this.#state.conversation?.id === changed.id) this.#updated(changed);
    else await this.#open(changed.id);
  }

  async rate(score: number, comment: string): Promise<void> {
    const conversation = this.#state.conversation;
    if (!conversation) return;
    const rating = { conversation_id: conversation.id, score, ...(comment ? { comment } : {}) };
    this.#updated((await this.#hub.command("rate_conversation", rating)).conversation);
  }

  /** The shop says who this is; kept for the next handshake while there is no connection. */
  async identify(identity: string): Promise<void> {
    if (!this.#hub.connected) {
      this.#identity = identity;
      if (this.#hub.connection === "refused") this.connect();
      return;
    }
    const { token, contact, conversation, messages, greeting } = await this.#hub.command("identify", {
      identity,
    });
    if (token) this.#becameAnother(token);
    this.#set({ contact, greeting });
    if (conversation && conversation.id !== this.#state.conversation?.id) {
      this.#replace(withDialogue(this.#state, conversation, messages));
    } else {
      this.#take(messages);
    }
  }

  async facts(): Promise<readonly FactView[]> {
    const { facts, consent } = await this.#hub.command("list_facts", {});
    this.#set({ consent });
    return facts;
  }

  async correctFact(factId: string, value: string): Promise<void> {
    await this.#hub.command("correct_fact", { fact_id: factId, value });
    this.#factsChanged();
  }

  async forgetFact(factId: string): Promise<void> {
    await this.#hub.command("forget_fact", { fact_id: factId });
    this.#factsChanged();
  }

  /** Afterwards this browser is a stranger: it comes back without its token. */
  async forgetMe(): Promise<void> {
    await this.#hub.command("forget_me", {});
    this.#begun = null;
    this.#outbox.clear();
    this.#options.keep.remove(TOKEN);
    this.#hub.close();
    this.#replace({ ...INITIAL_STATE, inbox: this.#state.inbox });
    this.#hub.connect();
  }

  async setConsent(purpose: Purpose, granted: boolean): Promise<void> {
    const { consent } = await this.#hub.command("set_consent", { purpose, granted });
    this.#set({ consent });
  }

  /** Somebody else sits here now: nothing of the one before may stay on the screen. */
  #becameAnother(token: string): void {
    this.#begun = null;
    this.#outbox.clear();
    this.#options.keep.set(TOKEN, token);
    const { connection, inbox } = this.#state;
    this.#replace({ ...INITIAL_STATE, connection, inbox, greeted: true });
  }

  /** Brings what was said before the newest messages that came with the welcome. */
  async loadEarlier(): Promise<void> {
    const { conversation, timeline } = this.#state;
    const first = timeline.messages[0];
    if (!conversation || !first) return;
    for (let after = 0, more = true; more; ) {
      const page = await this.#hub.command("resume", { conversation_id: conversation.id, after });
      const last = page.messages.at(-1)?.seq ?? first.seq;
      this.#take(page.messages);
      more = page.more && last < first.prev_seq;
      after = last;
    }
  }

  #handshake(): VisitorHandshake {
    const { inbox, keep, locale, element, page } = this.#options;
    const token = this.#bare ? null : keep.get(TOKEN);
    return {
      inbox,
      page: page(),
      ...(token ? { token } : {}),
      ...(this.#identity ? { identity: this.#identity } : {}),
      ...(locale ? { locale } : {}),
      ...(element ? { element } : {}),
    };
  }

  #listen(): void {
    this.#hub.onConnection((connection) => {
      if (connection === "refused" && this.#retriedBare()) return;
      this.#set({ connection, refusal: this.#hub.refusal });
    });
    this.#hub.on("welcome", (welcome) => this.#welcomed(welcome));
    this.#hub.on("message_created", ({ message }) => this.#created(message));
    this.#hub.on("conversation_updated", ({ conversation }) => {
      const held = this.#state.conversation;
      if (held?.id === conversation.id) this.#updated(conversation);
      else if (!isOpen(held) && isOpen(conversation)) void this.#open(conversation.id);
    });
    this.#hub.on("typing", ({ conversation_id, author, on }) => {
      if (conversation_id !== this.#state.conversation?.id || author.kind === "visitor") return;
      clearTimeout(this.#typingShown);
      this.#set({ typing: on ? author : null });
      if (on) this.#typingShown = setTimeout(() => this.#set({ typing: null }), TYPING_SHOWN_MS);
    });
    this.#hub.on("messages_read", ({ conversation_id, seq, by }) => {
      const held = this.#state.conversation;
      if (held?.id !== conversation_id) return;
      const field = by === "agent" ? "read_by_agent" : "read_by_visitor";
      this.#set({ conversation: { ...held, [field]: Math.max(held[field] ?? 0, seq) } });
    });
    this.#hub.on("facts_changed", () => this.#factsChanged());
  }

  /**
   * An identity too old or a token the hub no longer knows must not lock the visitor out, so each is left away
   * once. The token stays in store until a welcome replaces it: the refusal may have had another reason.
   */
  #retriedBare(): boolean {
    if (this.#identity) this.#identity = undefined;
    else if (!this.#bare && this.#options.keep.get(TOKEN)) this.#bare = true;
    else return false;
    this.#hub.connect();
    return true;
  }

  #welcomed(welcome: Welcome): void {
    const { token, inbox, contact, conversation, messages, greeting, consent } = welcome;
    this.#options.keep.set(TOKEN, token);
    this.#bare = false;
    // Good for one use; the token knows the contact from now on.
    this.#identity = undefined;
    this.#readSent = 0;
    const held = this.#state.conversation;
    const greeted = held ? this.#state.greeted : conversation === null;
    this.#set({ inbox, contact, greeting, consent, greeted, typing: null });
    if (conversation && conversation.id === held?.id) this.#updated(conversation);
    else if (conversation) this.#replace(withDialogue(this.#state, conversation, messages));
    if (conversation && conversation.id === held?.id) this.#take(messages);
    // What happened to the dialogue on screen while the line was down, its end included.
    if (held && (!conversation || conversation.id === held.id)) void this.#fill();
    this.#outbox.arrived(messages.map((message) => message.client_id));
    this.#outbox.reconnected();
    this.#askAgainIfStarting();
  }

  /** Only a welcome says whether the bot is ready. */
  #askAgainIfStarting(): void {
    clearTimeout(this.#startingPause);
    if (this.#state.inbox?.bot_ready) return;
    this.#startingPause = setTimeout(() => {
      if (this.#hub.connection !== "connected" || this.#outbox.pending.length > 0)
        return this.#askAgainIfStarting();
      this.#hub.close();
      this.#hub.connect();
    }, STARTING_MS);
  }

  #created(message: MessageView): void {
    const held = this.#state.conversation;
    if (message.author.kind === "bot") this.#botIsThere();
    if (message.conversation_id === held?.id) {
      if (message.author.kind === this.#state.typing?.kind) this.#set({ typing: null });
      this.#take([message]);
      if (hasGap(this.#state.timeline)) void this.#fill();
    } else if (!isOpen(held)) {
      // What came while it was being fetched is put in its place afterwards.
      void this.#open(message.conversation_id).then(() => {
        if (this.#state.conversation?.id === message.conversation_id) this.#created(message);
      });
    }
  }

  #botIsThere(): void {
    const { inbox } = this.#state;
    if (inbox && !inbox.bot_ready) this.#set({ inbox: { ...inbox, bot_ready: true } });
  }

  #take(messages: readonly MessageView[]): void {
    this.#set({ timeline: merged(this.#state.timeline, messages) });
    this.#outbox.arrived(messages.map((message) => message.client_id));
  }

  #updated(conversation: NonNullable<VisitorState["conversation"]>): void {
    const held = this.#state.conversation;
    this.#set({ conversation: held?.id === conversation.id ? newer(held, conversation) : conversation });
  }

  /** Takes up a dialogue that began elsewhere: another tab, or our own first message. Once, however many ask. */
  #open(conversationId: string): Promise<void> {
    if (this.#opening?.id !== conversationId) {
      const done = this.#fetch(conversationId).finally(() => {
        if (this.#opening?.id === conversationId) this.#opening = null;
      });
      this.#opening = { id: conversationId, done };
    }
    return this.#opening.done;
  }

  async #fetch(conversationId: string): Promise<void> {
    const page = await this.#hub
      .command("resume", { conversation_id: conversationId, after: 0 })
      .catch(() => null);
    if (!page) return;
    if (this.#state.conversation?.id !== conversationId) {
      this.#replace(withDialogue(this.#state, page.conversation, []));
    }
    this.#updated(page.conversation);
    this.#take(page.messages);
    if (page.more) void this.#fill();
  }

  /** One at a time: fetches whatever is missing of the dialogue on screen. */
  #fill(): Promise<void> {
    this.#filling ??= this.#resume().finally(() => {
      this.#filling = null;
    });
    return this.#filling;
  }

  async #resume(): Promise<void> {
    for (let more = true; more; ) {
      const conversation = this.#state.conversation;
      if (!conversation) return;
      const after = this.#state.timeline.wholeTo;
      try {
        const page = await this.#hub.command("resume", { conversation_id: conversation.id, after });
        if (this.#state.conversation?.id !== conversation.id) return;
        this.#updated(page.conversation);
        this.#take(page.messages);
        more = page.more && this.#state.timeline.wholeTo > after;
        if (!more) this.#set({ timeline: settled(this.#state.timeline) });
      } catch (error) {
        if (error instanceof SamtalError && error.code === "timeout") continue;
        // Forgotten or another person's by now; offline resumes at the next welcome.
        if (error instanceof SamtalError && !error.passing)
          this.#set({ conversation: null, timeline: EMPTY_TIMELINE });
        return;
      }
    }
  }

  async #send(pending: Pending): Promise<VisitorCommands["send_message"]["data"]> {
    const message = {
      client_id: pending.clientId,
      content: {
        type: "text" as const,
        text: pending.text,
        ...(pending.label ? { label: pending.label } : {}),
      },
    };
    const held = this.#state.conversation;
    const begun = this.#begun === held?.id ? null : this.#begun;
    const conversation_id = isOpen(held) ? held.id : begun;
    if (!conversation_id) return this.#hub.command("send_message", message);
    try {
      return await this.#hub.command("send_message", { ...message, conversation_id });
    } catch (error) {
      // It was resolved while this was being written: then it opens a new one.
      if (!(error instanceof SamtalError && error.code === "conflict")) throw error;
      this.#begun = null;
      await this.#fill();
      return this.#hub.command("send_message", message);
    }
  }

  #factsChanged(): void {
    this.#set({ factsVersion: this.#state.factsVersion + 1 });
  }

  #set(change: Partial<VisitorState>): void {
    this.#replace({ ...this.#state, ...change });
  }

  #replace(state: VisitorState): void {
    const before = this.#state;
    this.#state = state;
    for (const listen of [...this.#listeners]) listen(state, before);
  }
}
