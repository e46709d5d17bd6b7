// Stands in for engine.io-client's list of transports.
import { Fetch, WebSocket } from "engine.io-client";

/** The two we use, of four; polling by fetch is a third of the size of polling by XMLHttpRequest. */
export const transports = { websocket: WebSocket, polling: Fetch };
