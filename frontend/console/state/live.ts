import { SamtalError } from "../../client/ack";
import type { AgentClient } from "../../client/agent_client";
import { HeadsWatch } from "../../client/heads";
import type { HeadView, MessageView, TypingChanged } from "../../wire/events.gen";
import { hasHole, lastWhole, resumeAfter } from "./dialogues";
import { mine, waiting } from "./lists";
import type { LiveView, Refusal } from "./model";
import type { Store } from "./store";

const TYPING_LASTS_MS = 8000;
/** What was given or taken away unheard shows up in the lists at the latest then. */
const LISTS_ANEW_MS = 60_000;

/** Keeps the store in step with the hub: subscribes, applies live events, fetches what was missed. */
export class Live {
  readonly #store: Store;
  readonly #client: AgentClient;
  readonly #watched = new Set<LiveView>(["mine", "queue"]);
  readonly #resuming = new Map<string, Promise<void>>();
  /** The last message held when the line was lost: the hub may have gone back to a backup since. */
  readonly #doubted = new Map<string, MessageView>();
  readonly #typingEnds = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #heads: HeadsWatch;
  #listsAnew: ReturnType<typeof setInterval> | undefined;
  #openId: string | undefined;
  #stops: (() => void)[] = [];

  constructor(store: Store, client: AgentClient) {
    this.#store = store;
    this.#client = client;
    this.#heads = new HeadsWatch({
      ids: () => this.#shown(),
      ask: (conversation_ids) => client.command("heads", { conversation_ids }),
      found: (head) => this.#compare(head),
      isConnected: () => client.connection === "connected",
    });
  }

  start(): void {
    const { dispatch } = this.#store;
    this.#stops = [
      this.#client.onConnection((connection) => {
        dispatch({ type: "connection_changed", connection });
        if (connection === "connected") void this.#catchUp();
        else Object.keys(this.#store.get().dialogues).forEach(this.#doubt);
      }),
      this.#client.on("message_created", ({ message }) => this.#heard(message)),
      this.#client.on("conversation_updated", ({ conversation }) =>
        dispatch({ type: "conversation_updated", conversation }),
      ),
      this.#client.on("queue_changed", ({ conversations }) =>
        dispatch({ type: "queue_changed", conversations }),
      ),
      this.#client.on("conversation_assigned", ({ conversation, reason }) =>
        dispatch({ type: "assigned", conversation, reason }),
      ),
      this.#client.on("messages_read", (read) => dispatch({ type: "messages_read", ...read })),
      this.#client.on("typing", (typing) => this.#typing(typing)),
      this.#client.on("visitor_typing_preview", (preview) => dispatch({ type: "previewed", ...preview })),
      this.#client.on("presence", ({ agent_id, state }) =>
        dispatch({ type: "presence_changed", agent_id, state }),
      ),
      this.#client.on("facts_changed", ({ contact_id }) =>
        dispatch({ type: "facts_changed", contact_id: contact_id ?? null }),
      ),
    ];
    this.#heads.start();
    this.#listsAnew = setInterval(() => document.hidden || this.#watchAll(), LISTS_ANEW_MS);
    this.#client.connect();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#heads.stop();
    clearInterval(this.#listsAnew);
    for (const timer of this.#typingEnds.values()) clearTimeout(timer);
    this.#client.close();
  }

  /** Follows a list from now on, also after the connection was lost. */
  async watch(view: LiveView): Promise<void> {
    this.#watched.add(view);
    this.#store.dispatch({ type: "list_requested", view });
    if (this.#client.connection !== "connected") return;
    // The open one stays before the agent's eyes and is brought up to date by itself.
    const before = mine(this.#store.get())
      .map(({ id }) => id)
      .filter((id) => id !== this.#openId);
    try {
      const { conversations } = await this.#client.command("subscribe", { view });
      this.#store.dispatch({ type: "listed", view, conversations, before });
    } catch {
      this.#store.dispatch({ type: "list_failed", view });
    }
  }

  isWatching(view: LiveView): boolean {
    return this.#watched.has(view);
  }

  /** Fetches what the dialogue lacks; the one opened last is kept whole after interruptions. */
  async open(id: string): Promise<void> {
    this.#openId = id;
    this.#store.dispatch({ type: "dialogue_requested", conversation_id: id });
    if (this.#client.connection === "connected") await this.#resume(id);
  }

  /** Tells the visitor that the agent who answers has seen everything so far. */
  async markRead(id: string): Promise<void> {
    const state = this.#store.get();
    const conversation = state.conversations.byId[id];
    if (!conversation || conversation.owner.agent_id !== state.account?.id) return;
    const seq = conversation.last_seq;
    if (seq <= (conversation.read_by_agent ?? 0) && !conversation.unread) return;
    try {
      await this.#client.command("mark_read", { conversation_id: id, seq });
      this.#store.dispatch({ type: "messages_read", conversation_id: id, seq, by: "agent" });
    } catch {
      // It stays unread and is marked with the next message or visit.
    }
  }

  tellTyping(id: string, on: boolean): void {
    // A lost typing sign harms nobody.
    this.#client.command("typing", { conversation_id: id, on }).catch(() => {});
  }

  /** First the rooms, then what was missed, and only then what waits to be sent. */
  async #catchUp(): Promise<void> {
    await this.#watchAll();
    if (this.#openId) await this.#resume(this.#openId);
    this.#client.ready();
  }

  async #watchAll(): Promise<void> {
    await Promise.all([...this.#watched].map((view) => this.watch(view)));
  }

  #heard(message: MessageView): void {
    const { conversations, dialogues } = this.#store.get();
    const id = message.conversation_id;
    if (!conversations.byId[id]) void this.#learn(id, message.seq);
    this.#store.dispatch({ type: "message_created", message });
    const isBehind = this.#isBehind(id, message.seq) || this.#lacks(id, message.revision);
    if (dialogues[id]?.loading === "ready" && isBehind) void this.#resume(id);
  }

  /** The dialogue before the agent's eyes, and the rows beside it. */
  #shown(): string[] {
    const state = this.#store.get();
    const rows = [...mine(state), ...waiting(state)].map(({ id }) => id);
    return [...new Set(this.#openId ? [this.#openId, ...rows] : rows)];
  }

  #compare({ conversation_id: id, last_seq, epoch, status, revision }: HeadView): void {
    const known = this.#store.get().conversations.byId[id];
    const isBack = known && (last_seq < known.last_seq || epoch < known.owner.epoch);
    if (isBack) this.#doubt(id);
    const isOpen = id === this.#openId;
    const isBehind = this.#isBehind(id, last_seq) || this.#lacks(id, revision);
    if (isOpen && (this.#doubted.has(id) || isBehind)) void this.#resume(id);
    else if (isBack) this.#forget(id, last_seq);
    else if (!known || known.last_seq < last_seq || known.owner.epoch < epoch || known.status !== status)
      void this.#learn(id, last_seq);
  }

  /** Only what the hub proves to hold too is built upon. */
  readonly #doubt = (id: string): void => {
    const last = lastWhole(this.#held(id));
    if (last && !this.#doubted.has(id)) this.#doubted.set(id, last);
  };

  /** The hub's truth is older than ours: it went back to a backup. */
  #forget(id: string, lastSeq: number): void {
    this.#doubted.delete(id);
    this.#store.dispatch({ type: "went_back", conversation_id: id });
    void this.#learn(id, lastSeq);
  }

  #held(id: string): readonly MessageView[] {
    return this.#store.get().dialogues[id]?.messages ?? [];
  }

  #isBehind(id: string, lastSeq: number): boolean {
    return resumeAfter(this.#held(id)) < lastSeq;
  }

  /** Whether a message was changed unheard, as by what the bot understood of it. */
  #lacks(id: string, revision: number | null | undefined): boolean {
    const held = this.#store.get().dialogues[id]?.revision;
    return held !== undefined && (revision ?? 0) > held;
  }

  /** A row alone, without its dialogue. */
  #learn(id: string, after: number): Promise<void> {
    return this.#once(`row ${id}`, async () => {
      const { conversation } = await this.#client.command("resume", { conversation_id: id, after });
      this.#store.dispatch({ type: "conversation_updated", conversation });
    });
  }

  #typing({ conversation_id, author, on }: TypingChanged): void {
    if (author.kind === "agent" && author.id === this.#store.get().account?.id) return;
    const typist = { kind: author.kind, id: author.id ?? "", name: author.name ?? "" };
    const key = `${conversation_id} ${author.kind} ${typist.id}`;
    clearTimeout(this.#typingEnds.get(key));
    this.#typingEnds.delete(key);
    this.#store.dispatch({ type: "typing_changed", conversation_id, typist, on });
    if (!on) return;
    const end = () => this.#store.dispatch({ type: "typing_changed", conversation_id, typist, on: false });
    this.#typingEnds.set(key, setTimeout(end, TYPING_LASTS_MS));
  }

  #resume(id: string): Promise<void> {
    return this.#once(id, () => this.#resumeWhole(id));
  }

  /** However many ask, one fetches; what fails is tried again with the next look at the heads. */
  #once(what: string, fetch: () => Promise<void>): Promise<void> {
    const running = this.#resuming.get(what);
    if (running) return running;
    const run = fetch()
      .catch(() => {})
      .finally(() => this.#resuming.delete(what));
    this.#resuming.set(what, run);
    return run;
  }

  async #resumeWhole(id: string): Promise<void> {
    try {
      for (let more = true; more; ) {
        const before = this.#held(id);
        const doubted = this.#doubted.get(id);
        const after = doubted?.prev_seq ?? resumeAfter(before);
        const revision = this.#store.get().dialogues[id]?.revision;
        const result = await this.#client.command("resume", {
          conversation_id: id,
          after,
          ...(revision !== undefined && { revision }),
        });
        this.#doubted.delete(id);
        const isOlder = (result.revision ?? Infinity) < (revision ?? 0);
        if (isOlder || (doubted && result.messages[0]?.id !== doubted.id)) {
          this.#store.dispatch({ type: "went_back", conversation_id: id });
          continue;
        }
        this.#store.dispatch({
          ...result,
          type: "resumed",
          more: result.more && (result.messages.length > 0 || !!result.revised?.length),
        });
        const now = this.#held(id);
        // What was pushed while the answer was on its way may have left a new hole behind the answer's end.
        const isNew = resumeAfter(now) > after || now.at(-1) !== before.at(-1) || !!result.revised?.length;
        more = isNew && (result.more || hasHole(now));
      }
    } catch (error) {
      this.#store.dispatch({ type: "dialogue_failed", conversation_id: id, refusal: refusalOf(error) });
    } finally {
      // At once, for the next push may come before any promise is told.
      this.#resuming.delete(id);
    }
  }
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof SamtalError) return { code: error.code, message: error.message };
  return { code: "internal", message: String(error) };
}
