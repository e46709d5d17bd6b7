// Stands in for engine.io-client's list of transports.
import { Fetch, WebSocket } from "engine.io-client";

/**
 * The two we use, of four; polling by fetch is a third of the size of polling by XMLHttpRequest.
 * Read when they are asked for: the library and this list import each other.
 */
export const transports = {
  get websocket() {
    return WebSocket;
  },
  get polling() {
    return Fetch;
  },
};
