import type { ErrorBody } from "../wire/events.gen";
import { type Ack, SamtalError } from "./ack";

/** Whether commands reach the hub now. `refused`: the hub turned the handshake down, see `refusal`. */
export type Connection = "connecting" | "connected" | "offline" | "refused";

/** What is used of socket.io's socket, so that tests can bring their own. */
export interface RawSocket {
  readonly connected: boolean;
  connect(): unknown;
  disconnect(): unknown;
  // Several events with different payloads share this one door; `HubSocket` types each of them.
  on(event: string, listen: (payload: never) => void): unknown;
  emit(event: string, ...args: unknown[]): unknown;
}

/** Commands of a namespace by name. */
export type CommandTable<Commands> = { [Name in keyof Commands]: { payload: unknown; data: unknown } };

interface Handshaking extends Error {
  data?: Partial<ErrorBody>;
}

const ACK_MS = 2_500;
const SERVER_CLOSED_PAUSE_MS = 1_000;
const PASSING_REFUSAL_PAUSE_MS = 3_000;

/** A namespace of the hub: typed commands with acks in time, typed events, and one word about the line. */
export class HubSocket<Commands extends CommandTable<Commands>, Events> {
  readonly #socket: RawSocket;
  readonly #connectionListeners = new Set<(connection: Connection) => void>();
  #connection: Connection = "offline";
  #refusal: SamtalError | null = null;
  #wanted = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(socket: RawSocket) {
    this.#socket = socket;
    socket.on("connect", () => this.#become("connected"));
    socket.on("disconnect", (reason: string) => this.#lost(reason));
    socket.on("connect_error", (error: Handshaking) => this.#failed(error));
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** Whether commands go out now; true a moment before `connection` says so, when the first events come. */
  get connected(): boolean {
    return this.#socket.connected;
  }

  /** Why the handshake was turned down, while `connection` is `refused`. */
  get refusal(): SamtalError | null {
    return this.#refusal;
  }

  connect(): void {
    this.#wanted = true;
    clearTimeout(this.#pause);
    if (this.#connection === "connected") return;
    this.#become("connecting");
    this.#socket.connect();
  }

  close(): void {
    this.#wanted = false;
    clearTimeout(this.#pause);
    this.#socket.disconnect();
    this.#become("offline");
  }

  /** Resolves with the ack's data; rejects with a `SamtalError`, also when no ack comes in time. */
  command<Name extends keyof Commands & string>(
    name: Name,
    payload: Commands[Name]["payload"],
    withinMs = ACK_MS,
  ): Promise<Commands[Name]["data"]> {
    if (!this.connected) {
      return Promise.reject(new SamtalError("offline", "There is no connection to the hub."));
    }
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new SamtalError("timeout", "The hub did not answer in time.")),
        withinMs,
      );
      this.#socket.emit(name, payload, (ack: Ack<Commands[Name]["data"]>) => {
        clearTimeout(late);
        if (ack.ok) resolve(ack.data);
        else reject(new SamtalError(ack.error.code, ack.error.message, ack.error.fields));
      });
    });
  }

  on<Name extends keyof Events & string>(event: Name, listen: (payload: Events[Name]) => void): void {
    this.#socket.on(event, listen as (payload: never) => void);
  }

  /** Returns what stops listening. */
  onConnection(listen: (connection: Connection) => void): () => void {
    this.#connectionListeners.add(listen);
    return () => this.#connectionListeners.delete(listen);
  }

  #lost(reason: string): void {
    if (!this.#wanted) return;
    this.#become("offline");
    // socket.io comes back by itself except when the server hung up.
    if (reason === "io server disconnect") this.#connectAfter(SERVER_CLOSED_PAUSE_MS);
  }

  #failed(error: Handshaking): void {
    if (!this.#wanted) return;
    const code = error.data?.code;
    const refusal = code && new SamtalError(code, error.data?.message ?? error.message, error.data?.fields);
    if (refusal && !refusal.passing) {
      this.#refusal = refusal;
      this.#become("refused");
      return;
    }
    this.#become("offline");
    // socket.io does not come back by itself after a refusal.
    if (refusal) this.#connectAfter(PASSING_REFUSAL_PAUSE_MS);
  }

  #connectAfter(pause: number): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.connect(), pause);
  }

  #become(connection: Connection): void {
    if (connection !== "refused") this.#refusal = null;
    if (connection === this.#connection) return;
    this.#connection = connection;
    for (const listen of [...this.#connectionListeners]) listen(connection);
  }
}
