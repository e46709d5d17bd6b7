import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepOf } from "./keep";
import { FakeHub } from "./testing/fake_hub";
import type { MemorySocket } from "./testing/memory_socket";
import { whole } from "./timeline";
import { VisitorClient } from "./visitor_client";

let hub: FakeHub;
let socket: MemorySocket;
let client: VisitorClient;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  sessionStorage.clear();
  hub = new FakeHub(1);
  hub.hides = false;
  socket = hub.socket();
  client = new VisitorClient({
    inbox: "demo",
    keep: keepOf("demo"),
    page: () => ({ url: "https://shop.example/" }),
    socket: () => socket,
  });
  client.connect();
  hub.comeUp(socket);
});
afterEach(() => {
  client.close();
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(1_000);
const texts = (messages: readonly { content: unknown }[]) =>
  messages.map(({ content }) => (content as { text: string }).text);
const shown = () => texts(whole(client.state.timeline));

async function said(...words: string[]): Promise<void> {
  for (const text of words) {
    client.send(text);
    await settle();
  }
}

test("a hub that went back to a backup gets what it lacks, before what was written since", async () => {
  await said("one", "two", "three");
  socket.goDown();
  hub.goBackTo(1);
  hub.says("of somebody else");
  client.send("four");
  hub.comeUp(socket);
  await settle();
  expect(shown()).toEqual(["one", "of somebody else", "two", "three", "four"]);
  expect(texts(hub.messages)).toEqual(shown());
  expect(client.state.outbox).toEqual([]);
});

test("a push that comes before the welcome hides no other history", async () => {
  await said("one", "two");
  socket.goDown();
  hub.goBackTo(1);
  hub.says("of somebody else");
  socket.comeUp();
  hub.says("pushed early");
  await vi.advanceTimersByTimeAsync(0);
  hub.welcome(socket);
  await settle();
  expect(shown()).toEqual(["one", "of somebody else", "pushed early", "two"]);
  expect(texts(hub.messages)).toEqual(shown());
});

test("nor does the welcome itself, with the newest messages", async () => {
  await said("one", "two");
  socket.goDown();
  hub.goBackTo(1);
  for (const text of ["a", "b", "c", "d"]) hub.says(text);
  hub.comeUp(socket);
  await settle();
  expect(shown()).toEqual(["one", "a", "b", "c", "d", "two"]);
});

test("what was acknowledged but not yet shown is brought back too", async () => {
  await said("one");
  hub.pushes = false;
  await said("two");
  expect(client.state.outbox.map(({ state }) => state)).toEqual(["sent"]);
  socket.goDown();
  hub.goBackTo(0);
  for (const text of ["a", "b", "c"]) hub.says(text);
  hub.pushes = true;
  hub.comeUp(socket);
  await settle();
  expect(shown()).toEqual(["a", "b", "c", "one", "two"]);
  expect(client.state.outbox).toEqual([]);
});

test("after an ordinary reconnect nothing is sent again", async () => {
  await said("one", "two");
  socket.goDown();
  hub.says("missed");
  hub.comeUp(socket);
  await settle();
  expect(shown()).toEqual(["one", "two", "missed"]);
  expect(socket.payloads("send_message")).toHaveLength(2);
});
