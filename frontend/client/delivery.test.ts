import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepOf } from "./keep";
import { FakeHub } from "./testing/fake_hub";
import type { MemorySocket } from "./testing/memory_socket";
import { whole } from "./timeline";
import { VisitorClient } from "./visitor_client";

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);
const TURNS = 40;

interface Tab {
  client: VisitorClient;
  socket: MemorySocket;
}

let hub: FakeHub;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => vi.useRealTimers());

function open(): Tab {
  const socket = hub.socket();
  const client = new VisitorClient({
    inbox: "demo",
    keep: keepOf("demo"),
    page: () => ({ url: "https://shop.example/" }),
    socket: () => socket,
  });
  client.connect();
  hub.comeUp(socket);
  return { client, socket };
}

const texts = (messages: readonly { content: unknown }[]) =>
  messages.map(({ content }) => (content as { text: string }).text);

/** Everything that stands on the screen, words on their way included. */
const screen = ({ client }: Tab) => [
  ...texts(whole(client.state.timeline)),
  ...client.state.outbox.map(({ text }) => text),
];

async function storm(tabs: Tab[], seed: number): Promise<string[]> {
  const written: string[] = [];
  hub.weather = { lost: 0.25, doubled: 0.2, lateMs: 4_000 };
  for (let turn = 0; turn < TURNS; turn += 1) {
    const place = Math.floor(hub.roll() * tabs.length);
    const tab = tabs[place] as Tab;
    const dice = hub.roll();
    if (dice < 0.45) {
      written.push(`${seed}/${place}/${turn}`);
      tab.client.send(written.at(-1) as string);
    } else if (dice < 0.7) hub.says(`answer ${turn}`);
    else if (dice < 0.8 && tab.socket.connected) tab.socket.goDown();
    else if (!tab.socket.connected) hub.comeUp(tab.socket);
    await vi.advanceTimersByTimeAsync(hub.roll() * 2_000);
    for (const one of tabs) expect(new Set(screen(one)).size).toBe(screen(one).length);
  }
  hub.weather = { lost: 0, doubled: 0, lateMs: 50 };
  for (const { socket } of tabs) if (!socket.connected) hub.comeUp(socket);
  return written;
}

describe("over a line that loses, doubles, delays and breaks", () => {
  test.each(SEEDS)("two tabs show everything once and in order (seed %i)", async (seed) => {
    hub = new FakeHub(seed);
    const tabs = [open(), open()];
    const written = await storm(tabs, seed);
    // The longest pause between two tries of a message, and a look at the heads.
    await vi.advanceTimersByTimeAsync(30_000);

    const kept = texts(hub.messages);
    expect(kept.filter((text) => text.startsWith(`${seed}/`)).toSorted()).toEqual(written.toSorted());
    for (const place of [0, 1]) {
      const mine = (all: string[]) => all.filter((text) => text.startsWith(`${seed}/${place}/`));
      expect(mine(kept)).toEqual(mine(written));
    }
    for (const tab of tabs) {
      expect(kept.slice(-screen(tab).length)).toEqual(screen(tab));
      void tab.client.loadEarlier();
      await vi.advanceTimersByTimeAsync(1_000);
      expect(screen(tab)).toEqual(kept);
    }
    for (const { client } of tabs) client.close();
  });

  test("a hub that takes a resend for news would be noticed", async () => {
    hub = new FakeHub(3);
    vi.spyOn(hub.messages, "find").mockReturnValue(undefined);
    const tab = open();
    hub.weather = { lost: 0, doubled: 0, lateMs: 9_000 };
    for (const text of ["one", "two", "three", "four"]) tab.client.send(text);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(texts(hub.messages).length).toBeGreaterThan(4);
    tab.client.close();
  });
});

test("a lost push shows at the latest with the next look at the heads", async () => {
  hub = new FakeHub(1);
  const tab = open();
  tab.client.send("Hello");
  await vi.advanceTimersByTimeAsync(1_000);
  hub.weather = { lost: 1, doubled: 0, lateMs: 0 };
  hub.says("Good day");
  hub.weather = { lost: 0, doubled: 0, lateMs: 0 };
  await vi.advanceTimersByTimeAsync(6_500);
  expect(screen(tab)).toEqual(["Hello", "Good day"]);
  tab.client.close();
});

test("nobody asks for heads while nobody looks, and at once when somebody does", async () => {
  hub = new FakeHub(1);
  const tab = open();
  tab.client.send("Hello");
  await vi.advanceTimersByTimeAsync(500);
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(tab.socket.payloads("heads")).toEqual([]);
  hidden.mockReturnValue(false);
  window.dispatchEvent(new Event("focus"));
  expect(tab.socket.payloads("heads")).toEqual([{ conversation_ids: ["c1"] }]);
  tab.client.close();
});
