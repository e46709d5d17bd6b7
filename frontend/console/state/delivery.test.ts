import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SocketAgentClient } from "../../client/agent_client";
import { FakeHub } from "../../client/testing/fake_hub";
import { keepOutbox } from "./kept_outbox";
import { Live } from "./live";
import { Sender } from "./sender";
import { createStore } from "./store";

const SEEDS = Array.from({ length: 30 }, (_, index) => index + 1);
const TURNS = 40;
const ANNA = { id: "a1", email: "anna@hraun.is", name: "Anna", role: "agent" } as const;

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
});
afterEach(() => vi.useRealTimers());

/** A page of the console at one hub, which may be loaded anew. */
function open(hub: FakeHub, newId: () => string) {
  const socket = hub.socket();
  const client = new SocketAgentClient(socket);
  const store = createStore();
  const live = new Live(store, client);
  const sender = new Sender(store, client, newId);
  store.dispatch({ type: "signed_in", account: ANNA });
  const stopKeeping = keepOutbox(store);
  const stopSending = sender.start();
  live.start();
  void live.open("c1");
  socket.comeUp();
  const close = () => {
    live.stop();
    stopSending();
    stopKeeping();
    socket.goDown();
  };
  return { socket, store, sender, close };
}

test.each(SEEDS)(
  "over a bad line an agent's replies are kept once, seen and in order (seed %i)",
  async (seed) => {
    const hub = new FakeHub(seed);
    hub.hides = false;
    hub.owner = { kind: "agent", agent_id: "a1", name: "Anna", epoch: 3 };
    hub.says("Hello?");
    let count = 0;
    const newId = () => {
      count += 1;
      return `reply-${count}`;
    };
    let page = open(hub, newId);
    await vi.advanceTimersByTimeAsync(1_000);
    const written: string[] = [];
    hub.weather = { lost: 0.25, doubled: 0.2, lateMs: 4_000 };
    for (let turn = 0; turn < TURNS; turn += 1) {
      const dice = hub.roll();
      if (dice < 0.45 && page.store.get().conversations.byId.c1) {
        written.push(`reply ${turn}`);
        page.sender.send("c1", "message", written.at(-1) as string);
      } else if (dice < 0.7) hub.says(`word ${turn}`);
      else if (dice < 0.8 && page.socket.connected) page.socket.goDown();
      else if (dice < 0.85) {
        page.close();
        page = open(hub, newId);
      } else if (!page.socket.connected) page.socket.comeUp();
      await vi.advanceTimersByTimeAsync(hub.roll() * 2_000);
    }
    hub.weather = { lost: 0, doubled: 0, lateMs: 50 };
    if (!page.socket.connected) page.socket.comeUp();
    await vi.advanceTimersByTimeAsync(60_000);

    const texts = (messages: readonly { content: unknown }[] = []) =>
      messages.map(({ content }) => (content as { text: string }).text);
    const state = page.store.get();
    const kept = texts(hub.messages);
    expect(kept.filter((text) => text.startsWith("reply"))).toEqual(written);
    expect(texts(state.dialogues.c1?.messages)).toEqual(kept);
    expect(state.outbox).toEqual([]);
    expect(state.conversations.byId.c1).toMatchObject({ last_seq: kept.length, last_text: kept.at(-1) });
    page.close();
  },
);
