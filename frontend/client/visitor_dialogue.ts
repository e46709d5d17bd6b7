import type {
  ConversationView,
  MessageView,
  VisitorCommands,
  VisitorEvents,
  Welcome,
} from "../wire/events.gen";
import type { SamtalError } from "./ack";
import { begun, keepBegun } from "./begun";
import { HeadsWatch } from "./heads";
import type { Keep } from "./keep";
import type { Outbox } from "./outbox";
import type { HubSocket } from "./socket";
import { EMPTY_TIMELINE, hasGap, merged, settled, whole } from "./timeline";
import { INITIAL_STATE, isOpen, newer, withDialogue } from "./visitor_state";
import type { VisitorStore } from "./visitor_store";

/** How long after its end a dialogue is still shown, to be read and rated. */
const SHOWN_AFTER_END_MS = 12 * 3_600_000;

/** One dialogue, whole and in order, however its pieces arrive. */
export class VisitorDialogue {
  readonly #hub: HubSocket<VisitorCommands, VisitorEvents>;
  readonly #store: VisitorStore;
  readonly #keep: Keep;
  readonly #outbox: Outbox;
  readonly #heads: HeadsWatch;
  #filling: Promise<void> | null = null;
  #opening: { id: string; done: Promise<void> } | null = null;
  /** Whether what is on screen comes from an earlier connection: the hub may have gone back to a backup since. */
  #doubted = false;
  /** What came meanwhile: on top of another history it would hide the difference. */
  #aside: MessageView[] = [];
  /** Shown here before the hub went back. */
  #before: readonly MessageView[] = [];

  constructor(
    hub: HubSocket<VisitorCommands, VisitorEvents>,
    store: VisitorStore,
    keep: Keep,
    outbox: Outbox,
  ) {
    this.#hub = hub;
    this.#store = store;
    this.#keep = keep;
    this.#outbox = outbox;
    this.#heads = new HeadsWatch({
      ids: () => [...new Set([store.state.conversation?.id, begun(keep)?.id])].flatMap((id) => id ?? []),
      ask: (conversation_ids) => hub.command("heads", { conversation_ids }),
      found: (head) => this.#compare(head),
      isConnected: () => hub.isReady,
    });
    hub.onConnection((connection) => connection !== "connected" && this.#doubt());
    hub.on("welcome", (welcome) => void this.#welcomed(welcome));
    hub.on("message_created", ({ message }) => this.#created(message));
    hub.on("conversation_updated", ({ conversation }) => {
      const held = store.state.conversation;
      if (held?.id === conversation.id) this.updated(conversation);
      else if (!isOpen(held) && isOpen(conversation)) void this.open(conversation.id);
    });
    hub.on("messages_read", ({ conversation_id, seq, by }) => {
      const held = store.state.conversation;
      if (held?.id !== conversation_id) return;
      const field = by === "agent" ? "read_by_agent" : "read_by_visitor";
      store.set({ conversation: { ...held, [field]: Math.max(held[field] ?? 0, seq) } });
    });
  }

  start(): void {
    this.#heads.start();
  }

  stop(): void {
    this.#heads.stop();
  }

  /** Nothing of this visitor may stay on the screen. */
  forget(): void {
    this.#outbox.clear();
    keepBegun(this.#keep, null);
    this.#trust();
    const { connection, cutOff, inbox } = this.#store.state;
    this.#store.set({ ...INITIAL_STATE, connection, cutOff, inbox });
  }

  /** The dialogue and its newest messages as an answer of the hub brought them. */
  received(conversation: ConversationView, messages: readonly MessageView[]): void {
    if (conversation.id === this.#store.state.conversation?.id) this.updated(conversation);
    else this.#show(conversation, messages);
    this.#take(messages);
  }

  updated(conversation: ConversationView): void {
    const held = this.#store.state.conversation;
    if (held?.id === conversation.id) this.#store.set({ conversation: newer(held, conversation) });
  }

  /** The dialogue of an acknowledged message or command: the next message belongs to it. */
  begins(id: string): void {
    if (begun(this.#keep)?.id !== id) {
      const { greeted, greeting } = this.#store.state;
      keepBegun(this.#keep, { id, greeting: greeted ? (greeting?.text ?? null) : null });
    }
    if (this.#store.state.conversation?.id === id) this.#dropShown();
    else void this.open(id);
  }

  /** Takes up a dialogue that began elsewhere: another tab, or our own first message. Once, however many ask. */
  open(id: string): Promise<void> {
    if (this.#opening?.id !== id) {
      const done = this.#fetch(id).finally(() => {
        if (this.#opening?.id === id) this.#opening = null;
      });
      this.#opening = { id, done };
    }
    return this.#opening.done;
  }

  /** One at a time: fetches whatever is missing of the dialogue on screen. */
  fill(): Promise<void> {
    this.#filling ??= this.#resume();
    return this.#filling;
  }

  /** Brings what was said before the newest messages that came with the welcome. */
  async loadEarlier(): Promise<void> {
    const { conversation, timeline } = this.#store.state;
    const first = timeline.messages[0];
    if (!conversation || !first) return;
    const earlier: MessageView[] = [];
    for (let more = true; more; ) {
      const after = earlier.at(-1)?.seq ?? 0;
      const page = await this.#hub.command("resume", { conversation_id: conversation.id, after });
      earlier.push(...page.messages);
      more = page.more && (earlier.at(-1)?.seq ?? 0) < first.prev_seq;
    }
    this.#take(earlier);
  }

  /** What was missed comes before what waits to be sent: some of it may have arrived already. */
  async #welcomed({ conversation, messages, greeting }: Welcome): Promise<void> {
    const { conversation: held, greeted } = this.#store.state;
    if (!greeted || !this.#anythingSaid())
      this.#store.set({ greeting, greeted: greeted || !(held ?? conversation) });
    if (conversation && conversation.id !== held?.id) this.received(conversation, messages);
    // What happened to the dialogue on screen while the line was down, its end included.
    else if (held) await this.fill();
    if (!held && !conversation) await this.#showEnded();
    this.#hub.ready();
    void this.#outbox.flush();
  }

  #anythingSaid(): boolean {
    const { timeline, earlier, outbox } = this.#store.state;
    return timeline.messages.length + earlier.length + outbox.length > 0;
  }

  /**
   * After a reload the hub's welcome leaves out what has ended, but it may still be read and rated.
   * Who comes again, in another tab, is greeted by what is remembered instead.
   */
  async #showEnded(): Promise<void> {
    const last = begun(this.#keep);
    if (!last?.here || this.#outbox.pending.length > 0) return;
    const page = await this.#page(last.id, 0);
    if (!page || this.#store.state.conversation) return;
    const since = Date.now() - Date.parse(page.conversation.updated_at);
    if (since > SHOWN_AFTER_END_MS) keepBegun(this.#keep, null);
    else await this.open(last.id);
  }

  #created(message: MessageView): void {
    const { conversation: held, typing, inbox } = this.#store.state;
    if (message.author.kind === "bot" && inbox && !inbox.bot_ready) {
      this.#store.set({ inbox: { ...inbox, bot_ready: true } });
    }
    if (message.conversation_id === held?.id) {
      if (message.author.kind === typing?.kind) this.#store.set({ typing: null });
      this.#take([message]);
      if (this.#doubted || hasGap(this.#store.state.timeline)) void this.fill();
    } else if (!isOpen(held)) {
      // What came while it was being fetched is put in its place afterwards.
      void this.open(message.conversation_id).then(() => {
        if (this.#store.state.conversation?.id === message.conversation_id) this.#created(message);
      });
    }
  }

  #compare(head: VisitorCommands["heads"]["data"]["heads"][number]): void {
    const { conversation: held, timeline } = this.#store.state;
    if (head.conversation_id !== held?.id) {
      if (!isOpen(held) && head.status !== "resolved") void this.open(head.conversation_id);
    } else if (
      this.#doubted ||
      head.last_seq > timeline.wholeTo ||
      head.epoch > held.owner.epoch ||
      head.status !== held.status
    ) {
      void this.fill();
    }
  }

  #show(conversation: ConversationView, messages: readonly MessageView[]): void {
    const { state } = this.#store;
    const last = begun(this.#keep);
    const isFirst = !this.#anythingSaid();
    this.#trust();
    this.#store.set(withDialogue(state, conversation, messages));
    if (last?.id !== conversation.id) this.begins(conversation.id);
    else if (last.greeting && isFirst) {
      this.#store.set({ greeted: true, greeting: { text: last.greeting, choices: [] } });
    }
  }

  /** From now on only what the hub proves to hold too is built upon. */
  #doubt(): void {
    const { timeline } = this.#store.state;
    this.#trust();
    this.#doubted = timeline.messages.length > 0;
    if (hasGap(timeline)) this.#store.set({ timeline: { ...timeline, messages: whole(timeline) } });
  }

  #trust(): MessageView[] {
    const aside = this.#aside;
    this.#doubted = false;
    this.#aside = [];
    return aside;
  }

  #take(messages: readonly MessageView[]): void {
    if (this.#doubted) {
      this.#aside.push(...messages);
      return;
    }
    this.#store.set({ timeline: merged(this.#store.state.timeline, messages) });
    this.#outbox.arrived(messages.map((message) => message.client_id));
    this.#dropShown();
  }

  /** Also what stands before the newest messages that a welcome brings. */
  #dropShown(): void {
    const { conversation, timeline } = this.#store.state;
    if (conversation) this.#outbox.shownTo(conversation.id, timeline.wholeTo);
  }

  async #fetch(id: string): Promise<void> {
    const page = await this.#page(id, 0);
    if (!page) return;
    if (this.#store.state.conversation?.id !== id) this.#show(page.conversation, []);
    this.received(page.conversation, page.messages);
    if (page.more) void this.fill();
  }

  async #resume(): Promise<void> {
    // The caller notes first that this is under way.
    await null;
    try {
      await this.#resumeWhole();
    } finally {
      this.#filling = null;
    }
  }

  async #resumeWhole(): Promise<void> {
    for (let more = true; more; ) {
      const id = this.#store.state.conversation?.id;
      if (!id) return;
      const { timeline: before } = this.#store.state;
      const doubted = this.#doubted;
      const last = doubted ? before.messages.at(-1) : undefined;
      // One early where there is doubt: the first one must then be the last one held.
      const page = await this.#page(id, last ? last.seq - 1 : before.wholeTo);
      if (!page || this.#store.state.conversation?.id !== id) return;
      // Asked on an earlier connection, answered on this one.
      if (this.#doubted && !doubted) continue;
      if (last && page.messages[0]?.id !== last.id) {
        this.#goBack(page.conversation);
        continue;
      }
      const aside = this.#doubted ? this.#trust() : [];
      this.received(page.conversation, page.messages);
      // One by one, as they came: they need not follow each other.
      for (const message of aside) this.#take([message]);
      const { timeline } = this.#store.state;
      const now = page.more ? timeline : settled(timeline, page.conversation.last_seq);
      this.#store.set({ timeline: now });
      // What was pushed while the answer was on its way may have left a new gap behind the answer's end.
      const isNew = now.wholeTo > before.wholeTo || now.messages.at(-1) !== before.messages.at(-1);
      more = isNew && (page.more || hasGap(now));
    }
    this.#bringBack();
  }

  /** The hub came back from a backup: the dialogue is read anew. */
  #goBack(conversation: ConversationView): void {
    this.#before = [...this.#before, ...this.#store.state.timeline.messages];
    this.#outbox.unsent(conversation.id);
    this.#store.set({ conversation, timeline: EMPTY_TIMELINE });
  }

  /** What this visitor wrote and the hub has lost goes out again, before anything newer. */
  #bringBack(): void {
    if (this.#before.length === 0) return;
    const there = new Set(this.#store.state.timeline.messages.map(({ client_id }) => client_id));
    const lost = this.#before.filter(
      ({ author, client_id }) => author.kind === "visitor" && !there.has(client_id),
    );
    this.#before = [];
    this.#outbox.bringBack(lost);
  }

  /** Null without a line, whose return fetches it anyway, and for what is not this visitor's any more. */
  async #page(id: string, after: number): Promise<VisitorCommands["resume"]["data"] | null> {
    for (;;) {
      try {
        return await this.#hub.command("resume", { conversation_id: id, after });
      } catch (error) {
        const { code, passing } = error as SamtalError;
        if (code === "timeout") continue;
        if (!passing) this.#notOurs(id);
        return null;
      }
    }
  }

  #notOurs(id: string): void {
    if (begun(this.#keep)?.id === id) keepBegun(this.#keep, null);
    if (this.#store.state.conversation?.id === id)
      this.#store.set({ conversation: null, timeline: EMPTY_TIMELINE });
  }
}
