import type { MessageView, SendResult } from "../wire/events.gen";
import { SamtalError } from "./ack";
import { newClientId } from "./client_id";
import type { KeptMessages } from "./kept_messages";

/** What the visitor wrote and the hub has not shown back yet. */
export interface Pending {
  readonly clientId: string;
  readonly text: string;
  /** What the visitor saw when they picked a choice. */
  readonly label: string | null;
  readonly writtenAt: string;
  /** The dialogue it was first sent to: sent again it must go there, or it might be stored in two. */
  readonly conversationId: string | null;
  readonly state: "sending" | "sent" | "failed";
  readonly error: SamtalError | null;
  /** Where the hub has put it. */
  readonly kept?: SendResult | undefined;
}

interface OutboxParts {
  kept: KeptMessages;
  /** Which dialogue a message sent now belongs to. */
  conversationId(): string | null;
  /** Goes on until the hub has answered; a rejection is final. */
  send(pending: Pending, signal: AbortSignal): Promise<SendResult>;
  /** Called with the hub's answer before the next message goes out. */
  acknowledged(result: SendResult): void;
  changed(pending: readonly Pending[]): void;
  isReady(): boolean;
}

/** Sends one message at a time in the order they were written; each stays until the hub has shown or refused it. */
export class Outbox {
  readonly #parts: OutboxParts;
  #pending: readonly Pending[] = [];
  #running = Promise.resolve();
  #underWay: { clientId: string; stop: AbortController } | null = null;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  /** Takes up what earlier pages left. */
  begin(): void {
    this.#parts.kept.begin((left) => {
      if (left.length === 0) return;
      const known = new Set(this.#pending.map(({ clientId }) => clientId));
      this.#set(
        [...this.#pending, ...left.filter(({ clientId }) => !known.has(clientId))].sort((one, other) =>
          one.writtenAt.localeCompare(other.writtenAt),
        ),
      );
      void this.flush();
    });
  }

  add(text: string, label: string | null = null): void {
    const pending: Pending = {
      clientId: newClientId(),
      text,
      label,
      writtenAt: new Date().toISOString(),
      conversationId: null,
      state: "sending",
      error: null,
    };
    this.#parts.kept.write(pending);
    this.#set([...this.#pending, pending]);
    void this.flush();
  }

  /** "Try again" on one that was refused. */
  retry(clientId: string): void {
    this.#change(clientId, { state: "sending", error: null });
    void this.flush();
  }

  /** Gives one up. */
  discard(clientId: string): void {
    this.arrived([clientId]);
  }

  /** The hub has shown these; whatever happened to their acks, they are kept there. */
  arrived(clientIds: Iterable<string>): void {
    const shown = new Set(clientIds);
    const gone = this.#pending.filter(({ clientId }) => shown.has(clientId));
    if (gone.length === 0) return;
    for (const { clientId } of gone) this.#parts.kept.remove(clientId);
    this.#set(this.#pending.filter(({ clientId }) => !shown.has(clientId)));
    if (this.#underWay && shown.has(this.#underWay.clientId)) this.#underWay.stop.abort();
  }

  /** The hub has gone back to a backup: where it had put these means nothing any more. */
  unsent(conversationId: string): void {
    for (const { clientId, kept } of this.#pending)
      if (kept?.conversation_id === conversationId)
        this.#change(clientId, { state: "sending", kept: undefined });
  }

  /** It has lost these, which were written before what waits now. */
  bringBack(lost: readonly MessageView[]): void {
    const known = new Set(this.#pending.map(({ clientId }) => clientId));
    const again = lost.flatMap(({ client_id, conversation_id, content, created_at }): Pending[] => {
      if (content.type !== "text" || known.has(client_id)) return [];
      const { text, label = null } = content as { text: string; label?: string };
      return [
        {
          clientId: client_id,
          text,
          label,
          writtenAt: created_at,
          conversationId: conversation_id,
          state: "sending",
          error: null,
        },
      ];
    });
    for (const pending of again) this.#parts.kept.write(pending);
    this.#set([...again, ...this.#pending]);
    void this.flush();
  }

  /** A dialogue is on the screen up to `seq`, or in what stands above it. */
  shownTo(conversationId: string, seq: number): void {
    this.arrived(
      this.#pending
        .filter(({ kept }) => kept?.conversation_id === conversationId && kept.seq <= seq)
        .map(({ clientId }) => clientId),
    );
  }

  /** Everything goes, as after "forget me". */
  clear(): void {
    this.arrived(this.#pending.map(({ clientId }) => clientId));
  }

  /** Returns when nothing is under way. */
  flush(): Promise<void> {
    if (!this.#underWay) this.#running = this.#work();
    return this.#running;
  }

  async #work(): Promise<void> {
    for (let next = this.#next(); next; next = this.#next()) await this.#send(next);
  }

  stop(): void {
    this.#parts.kept.stop();
  }

  #next(): Pending | undefined {
    if (!this.#parts.isReady()) return;
    return this.#pending.find((pending) => pending.state === "sending");
  }

  async #send({ clientId, conversationId }: Pending): Promise<void> {
    const stop = new AbortController();
    this.#underWay = { clientId, stop };
    const pending = this.#change(clientId, {
      conversationId: conversationId ?? this.#parts.conversationId(),
    });
    try {
      const result = await this.#parts.send(pending as Pending, stop.signal);
      this.#parts.kept.remove(clientId);
      this.#change(clientId, { state: "sent", kept: result });
      this.#parts.acknowledged(result);
    } catch (error) {
      if (stop.signal.aborted) return;
      const refusal = error instanceof SamtalError ? error : new SamtalError("internal", String(error));
      this.#change(clientId, { state: "failed", error: refusal });
    } finally {
      this.#underWay = null;
    }
  }

  #change(clientId: string, change: Partial<Pending>): Pending | undefined {
    let changed: Pending | undefined;
    this.#set(
      this.#pending.map((one) => {
        if (one.clientId !== clientId) return one;
        changed = { ...one, ...change };
        return changed;
      }),
    );
    if (changed && changed.state !== "sent") this.#parts.kept.write(changed);
    return changed;
  }

  #set(pending: readonly Pending[]): void {
    this.#pending = pending;
    this.#parts.changed(pending);
  }
}
