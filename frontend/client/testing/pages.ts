import { vi } from "vitest";
import { keepOf } from "../keep";
import { VisitorClient } from "../visitor_client";
import { FakeLocks } from "./fake_locks";
import { MemorySocket } from "./memory_socket";

/** Pages of one browser on one site: what its storage holds they share, and their locks are real enough. */
export class Pages {
  readonly #locks = new FakeLocks();
  readonly #opened: { leave: () => void }[] = [];

  constructor() {
    localStorage.clear();
  }

  /** Loads the page in a tab, `session` being what survives its reload; nothing has been heard of the hub yet. */
  load({ session = `tab-${this.#opened.length}`, keep = keepOf("demo") } = {}) {
    const document = `document-${this.#opened.length}`;
    sessionStorage.clear();
    sessionStorage.setItem("samtal:tab", session);
    Object.defineProperty(navigator, "locks", { value: this.#locks.of(document), configurable: true });
    const socket = new MemorySocket();
    const client = new VisitorClient({
      inbox: "demo",
      keep,
      page: () => ({ url: "https://shop.example/" }),
      socket: () => socket,
    });
    client.connect();
    const page = {
      client,
      socket,
      leave: () => {
        client.close();
        this.#locks.end(document);
      },
    };
    this.#opened.push(page);
    return page;
  }

  end(): void {
    for (const { leave } of this.#opened) leave();
    Reflect.deleteProperty(navigator, "locks");
  }
}

export const settle = () => vi.advanceTimersByTimeAsync(0);

export const taken = (conversation_id = "c1", seq = 1) => ({
  ok: true as const,
  data: { conversation_id, message_id: "m1", seq },
});
