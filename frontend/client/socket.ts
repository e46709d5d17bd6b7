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

/** How long a request goes on; without limits it ends with an answer or with the page. */
export interface Persistence {
  withinMs?: number;
  /** What must not be done twice is sent once, as soon as there is a line. */
  once?: boolean;
  signal?: AbortSignal;
}

interface Handshaking extends Error {
  data?: Partial<ErrorBody>;
}

const ACK_MS = 2_500;
const LONGEST_ACK_MS = 20_000;
const MOST_CRASHES = 5;
const SERVER_CLOSED_PAUSE_MS = 1_000;
const PASSING_REFUSAL_PAUSE_MS = 3_000;

/** A namespace of the hub: typed commands with acks, typed events, and one word about the line. */
export class HubSocket<Commands extends CommandTable<Commands>, Events> {
  readonly #socket: RawSocket;
  readonly #connectionListeners = new Set<(connection: Connection) => void>();
  /** Requests without an answer, each as what sends it again. */
  readonly #open = new Set<() => void>();
  #connection: Connection = "offline";
  #refusal: SamtalError | null = null;
  #wanted = false;
  #ready = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(socket: RawSocket) {
    this.#socket = socket;
    socket.on("connect", () => {
      clearTimeout(this.#pause);
      this.#become("connected");
    });
    socket.on("disconnect", (reason: string) => this.#lost(reason));
    socket.on("connect_error", (error: Handshaking) => this.#failed(error));
    // The hub is about to stop: another one, or its successor, takes over.
    socket.on("reconnect", ({ after_ms }: { after_ms: number }) => this.#after(after_ms, () => this.renew()));
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
    this.#ready = false;
    this.#socket.disconnect();
    this.#become("offline");
  }

  /** A new connection now, in the place of the one there is. */
  renew(): void {
    if (!this.#wanted) return;
    this.#ready = false;
    this.#socket.disconnect();
    this.#become("connecting");
    this.#socket.connect();
  }

  /** The network is back: no need to wait for the next try. */
  hurry(): void {
    if (!this.connected && this.#connection !== "refused") this.renew();
  }

  /** Once per connection, when what was missed has been fetched: from now on requests go out. */
  ready(): void {
    this.#ready = this.connected;
    for (const send of [...this.#open]) send();
  }

  /** Whether requests go out now. */
  get isReady(): boolean {
    return this.#ready && this.connected;
  }

  /** Sent once and now; rejects with a `SamtalError`, also when no ack comes in time. */
  command<Name extends keyof Commands & string>(
    name: Name,
    payload: Commands[Name]["payload"],
    withinMs = ACK_MS,
  ): Promise<Commands[Name]["data"]> {
    if (!this.connected) return Promise.reject(noLine());
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(noAnswer()), withinMs);
      this.#socket.emit(name, payload, (ack: Ack<Commands[Name]["data"]>) => {
        clearTimeout(late);
        if (ack.ok) resolve(ack.data);
        else reject(refusalOf(ack.error));
      });
    });
  }

  /**
   * Sent again with growing pauses and on every new connection until the hub answers, so its payload must
   * mean the same however often it arrives; rejects only with a refusal that would be repeated.
   */
  request<Name extends keyof Commands & string>(
    name: Name,
    payload: Commands[Name]["payload"],
    { withinMs, once, signal }: Persistence = {},
  ): Promise<Commands[Name]["data"]> {
    return new Promise((resolve, reject) => {
      let sent = 0;
      let crashes = 0;
      let again: ReturnType<typeof setTimeout> | undefined;
      const end = () => {
        clearTimeout(again);
        clearTimeout(late);
        this.#open.delete(send);
      };
      const fail = (error: SamtalError) => {
        end();
        reject(error);
      };
      const send = () => {
        if (!this.isReady || (once && sent > 0)) return;
        clearTimeout(again);
        again = setTimeout(once ? () => fail(noAnswer()) : send, waitFor(sent));
        sent += 1;
        this.#socket.emit(name, payload, (ack: Ack<Commands[Name]["data"]>) => {
          if (ack.ok) {
            end();
            resolve(ack.data);
            return;
          }
          const error = refusalOf(ack.error);
          if (error.code === "internal") crashes += 1;
          if (once || !error.passing || crashes >= MOST_CRASHES) fail(error);
        });
      };
      const late = withinMs && setTimeout(() => fail(this.connected ? noAnswer() : noLine()), withinMs);
      signal?.addEventListener("abort", () => fail(noAnswer()));
      this.#open.add(send);
      send();
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
    // `close` and `renew` speak for themselves.
    if (!this.#wanted || reason === "io client disconnect") return;
    this.#ready = false;
    this.#become("offline");
    // socket.io comes back by itself except when the server hung up.
    if (reason === "io server disconnect")
      this.#after(jittered(SERVER_CLOSED_PAUSE_MS), () => this.connect());
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
    if (refusal) this.#after(jittered(PASSING_REFUSAL_PAUSE_MS), () => this.connect());
  }

  #after(pause: number, act: () => void): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(act, pause);
  }

  #become(connection: Connection): void {
    if (connection !== "refused") this.#refusal = null;
    if (connection === this.#connection) return;
    this.#connection = connection;
    for (const listen of [...this.#connectionListeners]) listen(connection);
  }
}

const noLine = () => new SamtalError("offline", "There is no connection to the hub.");
const noAnswer = () => new SamtalError("timeout", "The hub did not answer in time.");
const refusalOf = ({ code, message, fields }: ErrorBody) => new SamtalError(code, message, fields);

/** Patience before the next try: 2.5 s at first, then longer. */
function waitFor(sent: number): number {
  return Math.min(ACK_MS * 1.6 ** sent, LONGEST_ACK_MS);
}

/** Between three quarters and five quarters of it, so that many do not come back at once. */
export function jittered(pause: number): number {
  return pause * (0.75 + Math.random() / 2);
}
