import type { AgentCommands, AgentEvents } from "../wire/events.gen";

/** Whether commands reach the hub now. `refused`: the session is no longer good, sign in again. */
export type Connection = "connecting" | "connected" | "offline" | "refused";

/** The console's interface to the hub; `SocketAgentClient` speaks it over socket.io, tests over memory. */
export interface AgentClient {
  readonly connection: Connection;
  /** Resolves with the ack's data; rejects with a `SamtalError` (also `timeout` and `offline`). */
  command<Name extends keyof AgentCommands>(
    name: Name,
    payload: AgentCommands[Name]["payload"],
  ): Promise<AgentCommands[Name]["data"]>;
  /** Returns what stops listening. */
  on<Name extends keyof AgentEvents>(event: Name, listen: (payload: AgentEvents[Name]) => void): () => void;
  onConnection(listen: (connection: Connection) => void): () => void;
  connect(): void;
  close(): void;
}
