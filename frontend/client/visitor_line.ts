import type { Page, VisitorCommands, VisitorEvents, VisitorHandshake, Welcome } from "../wire/events.gen";
import type { Keep } from "./keep";
import { HubSocket, type RawSocket } from "./socket";
import type { Tabs } from "./tabs";
import type { VisitorStore } from "./visitor_store";

export interface VisitorOptions {
  inbox: string;
  keep: Keep;
  locale?: string | undefined;
  identity?: string | undefined;
  element?: string | undefined;
  /** Where the visitor is now; asked at every connection. */
  page: () => Page;
  /** Makes the socket; `auth` is asked at every connection. */
  socket: (auth: () => VisitorHandshake) => RawSocket;
}

const TOKEN = "token";
const STARTING_MS = 10_000;
/** A shorter interruption is nobody's business. */
const PATIENCE_MS = 5_000;
const FIRST_HANDSHAKE_MS = 4_000;

/** The visitor's line to the hub: who calls, again after every interruption, and the hub's welcome. */
export class VisitorLine {
  readonly hub: HubSocket<VisitorCommands, VisitorEvents>;
  readonly #options: VisitorOptions;
  readonly #store: VisitorStore;
  readonly #tabs: Tabs;
  #identity: string | undefined;
  #bare = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #startingPause: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #knownToHub: () => void = () => {};

  constructor(options: VisitorOptions, store: VisitorStore, tabs: Tabs) {
    this.#options = options;
    this.#store = store;
    this.#tabs = tabs;
    this.#identity = options.identity;
    this.hub = new HubSocket(options.socket(() => this.#handshake()));
    this.hub.onConnection((connection) => {
      if (connection === "refused" && this.#retriedBare()) return;
      if (connection === "refused") this.#knownToHub();
      store.set({ connection, refusal: this.hub.refusal });
      this.#watchPatience();
    });
    this.hub.on("welcome", (welcome) => this.#welcomed(welcome));
  }

  connect(): void {
    this.#closed = false;
    addEventListener("online", this.#hurry);
    if (this.#options.keep.get(TOKEN)) this.hub.connect();
    else this.#connectInTurn();
  }

  /** Two tabs opened together are one visitor: the second one waits for the first one's token. */
  #connectInTurn(): void {
    this.#tabs.inTurn("first", FIRST_HANDSHAKE_MS, async () => {
      if (this.#closed) return;
      this.hub.connect();
      if (this.#options.keep.get(TOKEN)) return;
      await new Promise<void>((resolve) => {
        this.#knownToHub = resolve;
      });
    });
  }

  close(): void {
    this.#closed = true;
    removeEventListener("online", this.#hurry);
    clearTimeout(this.#patience);
    clearTimeout(this.#startingPause);
    this.#knownToHub();
    this.hub.close();
  }

  /** The shop says who this is, for the next handshake. */
  introduce(identity: string): void {
    this.#identity = identity;
    if (this.hub.connection === "refused") this.connect();
  }

  /** Another visitor sits here from now on, or a stranger without a token. */
  becomeAnother(token: string | null): void {
    if (token) this.#options.keep.set(TOKEN, token);
    else this.#options.keep.remove(TOKEN);
  }

  readonly #hurry = () => this.hub.hurry();

  #handshake(): VisitorHandshake {
    const { inbox, keep, locale, element, page } = this.#options;
    const token = this.#bare ? null : keep.get(TOKEN);
    return {
      inbox,
      page: page(),
      ...(token ? { token } : {}),
      ...(this.#identity ? { identity: this.#identity } : {}),
      ...(locale ? { locale } : {}),
      ...(element ? { element } : {}),
    };
  }

  /**
   * An identity too old or a token the hub no longer knows must not lock the visitor out, so each is left away
   * once. The token stays in store until a welcome replaces it: the refusal may have had another reason.
   */
  #retriedBare(): boolean {
    if (this.#identity) this.#identity = undefined;
    else if (!this.#bare && this.#options.keep.get(TOKEN)) this.#bare = true;
    else return false;
    this.hub.connect();
    return true;
  }

  #welcomed({ token, inbox, contact, consent, asks_consent: asks = [] }: Welcome): void {
    this.#options.keep.set(TOKEN, token);
    this.#knownToHub();
    this.#bare = false;
    // Good for one use; the token knows the contact from now on.
    this.#identity = undefined;
    this.#store.set({ inbox, contact, consent, asks, typing: null });
    this.#askAgainIfStarting();
  }

  /** Only a welcome says whether the bot is ready. */
  #askAgainIfStarting(): void {
    clearTimeout(this.#startingPause);
    if (this.#store.state.inbox?.bot_ready) return;
    this.#startingPause = setTimeout(() => {
      if (!this.hub.isReady || this.#store.state.outbox.length > 0) return this.#askAgainIfStarting();
      this.hub.renew();
    }, STARTING_MS);
  }

  #watchPatience(): void {
    const isDown = this.hub.connection !== "connected";
    if (!isDown) {
      clearTimeout(this.#patience);
      this.#patience = undefined;
      this.#store.set({ cutOff: false });
    } else if (!this.#patience) {
      this.#patience = setTimeout(() => this.#store.set({ cutOff: true }), PATIENCE_MS);
    }
  }
}
