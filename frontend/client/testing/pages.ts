import { afterEach, beforeEach, vi } from "vitest";
import { keepOf } from "../keep";
import { VisitorClient } from "../visitor_client";
import { FakeLocks } from "./fake_locks";
import { MemorySocket } from "./memory_socket";
import { welcomeView } from "./views";

/** Pages of one browser on one site: what its storage holds they share, and their locks are real enough. */
export class Pages {
  #locks = new FakeLocks();
  #opened: { leave: () => void }[] = [];
  /** Of the page that was loaded last, which is the one spoken of. */
  socket = new MemorySocket();

  begin(): void {
    this.#locks = new FakeLocks();
    this.#opened = [];
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
    this.socket = socket;
    return page;
  }

  /** The hub is there and says welcome. */
  arrive(change: Parameters<typeof welcomeView>[0] = {}, at = this.socket): void {
    at.comeUp();
    at.deliver("welcome", welcomeView(change));
  }

  /** A page that was loaded and welcomed. */
  async arrived(change: Parameters<typeof welcomeView>[0] = {}) {
    const page = this.load();
    await settle();
    this.arrive(change);
    await settle();
    return page;
  }

  end(): void {
    for (const { leave } of this.#opened) leave();
    Reflect.deleteProperty(navigator, "locks");
  }
}

/** A browser of its own for each test of the file, with time that the test moves. */
export function pagesOfEachTest(): Pages {
  const pages = new Pages();
  beforeEach(() => {
    vi.useFakeTimers();
    pages.begin();
  });
  afterEach(() => {
    pages.end();
    vi.useRealTimers();
  });
  return pages;
}

export const settle = () => vi.advanceTimersByTimeAsync(0);

export const taken = (conversation_id = "c1", seq = 1) => ({
  ok: true as const,
  data: { conversation_id, message_id: "m1", seq },
});
