import { SamtalError } from "../../client/ack";
import type { AgentClient } from "../../client/agent_client";
import type { MessageView, TypingChanged } from "../../wire/events.gen";
import { hasHole, resumeAfter } from "./dialogues";
import { mine } from "./lists";
import type { LiveView, Refusal } from "./model";
import type { Store } from "./store";

const TYPING_LASTS_MS = 8000;

/** Keeps the store in step with the hub: subscribes, applies live events, fetches what was missed. */
export class Live {
  readonly #store: Store;
  readonly #client: AgentClient;
  readonly #watched = new Set<LiveView>(["mine", "queue"]);
  readonly #resuming = new Map<string, Promise<void>>();
  readonly #typingEnds = new Map<string, ReturnType<typeof setTimeout>>();
  #openId: string | undefined;
  #stops: (() => void)[] = [];

  constructor(store: Store, client: AgentClient) {
    this.#store = store;
    this.#client = client;
  }

  start(): void {
    const { dispatch } = this.#store;
    this.#stops = [
      this.#client.onConnection((connection) => {
        dispatch({ type: "connection_changed", connection });
        if (connection === "connected") this.#catchUp();
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
    this.#client.connect();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
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

  #catchUp(): void {
    for (const view of this.#watched) void this.watch(view);
    if (this.#openId) void this.#resume(this.#openId);
  }

  #heard(message: MessageView): void {
    this.#store.dispatch({ type: "message_created", message });
    const dialogue = this.#store.get().dialogues[message.conversation_id];
    if (dialogue?.loading === "ready" && hasHole(dialogue.messages))
      void this.#resume(message.conversation_id);
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
    const running = this.#resuming.get(id);
    if (running) return running;
    const run = this.#resumeWhole(id).finally(() => this.#resuming.delete(id));
    this.#resuming.set(id, run);
    return run;
  }

  async #resumeWhole(id: string): Promise<void> {
    try {
      let more = true;
      while (more) {
        const after = resumeAfter(this.#store.get().dialogues[id]?.messages ?? []);
        const result = await this.#client.command("resume", { conversation_id: id, after });
        more = result.more && result.messages.length > 0;
        this.#store.dispatch({ ...result, type: "resumed", more });
      }
    } catch (error) {
      this.#store.dispatch({ type: "dialogue_failed", conversation_id: id, refusal: refusalOf(error) });
    }
  }
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof SamtalError) return { code: error.code, message: error.message };
  return { code: "internal", message: String(error) };
}
