import { io } from "socket.io-client";
import type { AgentCommands, AgentEvents } from "../wire/events.gen";
import { type Connection, HubSocket, type Persistence, type RawSocket } from "./socket";

export type { Connection, Persistence } from "./socket";

/** The console's interface to the hub. Subscriptions end with the connection: subscribe again when connected. */
export interface AgentClient {
  readonly connection: Connection;
  /** Sent once and now: resolves with the ack's data; rejects with a `SamtalError` (also `timeout` and `offline`). */
  command<Name extends keyof AgentCommands>(
    name: Name,
    payload: AgentCommands[Name]["payload"],
  ): Promise<AgentCommands[Name]["data"]>;
  /**
   * Waits for the line, survives it, and is sent again until the hub answers: only for what may arrive twice, or
   * with `once`. Without limits it rejects only with a final refusal.
   */
  request<Name extends keyof AgentCommands>(
    name: Name,
    payload: AgentCommands[Name]["payload"],
    persistence?: Persistence,
  ): Promise<AgentCommands[Name]["data"]>;
  /** After every connection, when what was missed is there: requests go out from now on. */
  ready(): void;
  /** Returns what stops listening. */
  on<Name extends keyof AgentEvents>(event: Name, listen: (payload: AgentEvents[Name]) => void): () => void;
  onConnection(listen: (connection: Connection) => void): () => void;
  connect(): void;
  close(): void;
}

/** Speaks to the page's own hub with the session cookie. */
export function createAgentClient(): AgentClient {
  return new SocketAgentClient(
    io("/agent", {
      path: "/agent/socket.io/",
      transports: ["websocket"],
      autoConnect: false,
      auth: {},
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    }),
  );
}

const COMMAND_MS = 5_000;

type Listener = (payload: never) => void;

/** socket.io behind `AgentClient`; the socket is given so that tests can bring their own. */
export class SocketAgentClient implements AgentClient {
  readonly #hub: HubSocket<AgentCommands, AgentEvents>;
  readonly #listeners = new Map<keyof AgentEvents, Set<Listener>>();

  constructor(socket: RawSocket) {
    this.#hub = new HubSocket(socket);
  }

  get connection(): Connection {
    return this.#hub.connection;
  }

  command<Name extends keyof AgentCommands>(
    name: Name,
    payload: AgentCommands[Name]["payload"],
  ): Promise<AgentCommands[Name]["data"]> {
    return this.#hub.command(name, payload, COMMAND_MS);
  }

  request<Name extends keyof AgentCommands>(
    name: Name,
    payload: AgentCommands[Name]["payload"],
    persistence: Persistence = {},
  ): Promise<AgentCommands[Name]["data"]> {
    return this.#hub.request(name, payload, persistence);
  }

  ready(): void {
    this.#hub.ready();
  }

  on<Name extends keyof AgentEvents>(event: Name, listen: (payload: AgentEvents[Name]) => void): () => void {
    const listeners = this.#listeners.get(event) ?? this.#open(event);
    listeners.add(listen as Listener);
    return () => listeners.delete(listen as Listener);
  }

  onConnection(listen: (connection: Connection) => void): () => void {
    return this.#hub.onConnection(listen);
  }

  connect(): void {
    addEventListener("online", this.#hurry);
    this.#hub.connect();
  }

  close(): void {
    removeEventListener("online", this.#hurry);
    this.#hub.close();
  }

  readonly #hurry = () => this.#hub.hurry();

  #open(event: keyof AgentEvents): Set<Listener> {
    const listeners = new Set<Listener>();
    this.#listeners.set(event, listeners);
    this.#hub.on(event, (payload) => {
      for (const listen of [...listeners]) listen(payload as never);
    });
    return listeners;
  }
}
