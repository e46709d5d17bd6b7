import type { Ack } from "../ack";
import type { RawSocket } from "../socket";

interface Emitted {
  name: string;
  payload: Record<string, unknown>;
  ack: (ack: Ack<unknown>) => void;
}

type Answer = (payload: Record<string, unknown>) => Ack<unknown> | "silence";

/** A socket without a network: the test plays the hub. Commands without an answer stay unanswered. */
export class MemorySocket implements RawSocket {
  connected = false;
  wanted = 0;
  /** How often it came up. */
  connections = 0;
  readonly emitted: Emitted[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #listeners = new Map<string, ((payload: never) => void)[]>();

  connect(): void {
    this.wanted += 1;
  }

  disconnect(): void {
    this.connected = false;
  }

  on(event: string, listen: (payload: never) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listen]);
  }

  emit(name: string, payload: Record<string, unknown>, ack: (ack: Ack<unknown>) => void): void {
    this.emitted.push({ name, payload, ack });
    const answer = this.#answers.get(name)?.(payload) ?? "silence";
    if (answer !== "silence") queueMicrotask(() => ack(answer));
  }

  /** The hub sends an event. */
  deliver(event: string, payload: unknown): void {
    for (const listen of this.#listeners.get(event) ?? []) listen(payload as never);
  }

  comeUp(): void {
    this.connected = true;
    this.connections += 1;
    this.deliver("connect", undefined);
  }

  goDown(reason = "transport close"): void {
    this.connected = false;
    this.deliver("disconnect", reason);
  }

  answer(name: string, answer: Answer): void {
    this.#answers.set(name, answer);
  }

  /** Payloads of the commands of one name, in order. */
  payloads(name: string): Record<string, unknown>[] {
    return this.emitted.filter((command) => command.name === name).map((command) => command.payload);
  }
}
