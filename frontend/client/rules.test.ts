import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepOf } from "./keep";
import { FakeLocks } from "./testing/fake_locks";
import { MemorySocket } from "./testing/memory_socket";
import { conversationView, messageView, welcomeView } from "./testing/views";
import { whole } from "./timeline";
import { VisitorClient } from "./visitor_client";

let socket: MemorySocket;
let locks: FakeLocks;
let tabs: number;
let opened: { leave: () => void }[];

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  sessionStorage.clear();
  locks = new FakeLocks();
  tabs = 0;
  opened = [];
});
afterEach(() => {
  for (const { leave } of opened) leave();
  vi.useRealTimers();
  Reflect.deleteProperty(navigator, "locks");
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const taken = (conversation_id = "c1", seq = 1) => ({
  ok: true as const,
  data: { conversation_id, message_id: "m1", seq },
});
const lines = (client: VisitorClient) => whole(client.state.timeline).map(({ seq }) => seq);
const names = () => socket.emitted.map(({ name }) => name);

/** A page in a tab of the same browser, `session` being what survives its reload. */
function page({ session = `tab-${tabs}`, keep = keepOf("demo") } = {}) {
  tabs += 1;
  const document = `document-${tabs}`;
  sessionStorage.clear();
  sessionStorage.setItem("samtal:tab", session);
  Object.defineProperty(navigator, "locks", { value: locks.of(document), configurable: true });
  const own = new MemorySocket();
  socket = own;
  const client = new VisitorClient({
    inbox: "demo",
    keep,
    page: () => ({ url: "https://shop.example/" }),
    socket: () => own,
  });
  client.connect();
  const leave = () => {
    client.close();
    locks.end(document);
  };
  const made = { client, socket: own, leave };
  opened.push(made);
  return made;
}

function arrive(change: Parameters<typeof welcomeView>[0] = {}, at = socket): void {
  at.comeUp();
  at.deliver("welcome", welcomeView(change));
}

async function arrived(change: Parameters<typeof welcomeView>[0] = {}) {
  const made = page();
  await settle();
  arrive(change);
  await settle();
  return made;
}

test("after an interruption it waits for the welcome, fetches what it missed and only then sends", async () => {
  const { client } = await arrived({
    conversation: conversationView({ last_seq: 1 }),
    messages: [messageView(1)],
  });
  socket.goDown();
  client.send("written meanwhile");
  socket.comeUp();
  await settle();
  expect(names()).toEqual([]);
  arrive({ conversation: conversationView({ last_seq: 3 }), messages: [messageView(3)] });
  await settle();
  expect(names()).toEqual(["resume"]);
  const [resume] = socket.emitted;
  resume?.ack({
    ok: true,
    data: {
      messages: [messageView(2), messageView(3)],
      conversation: conversationView({ last_seq: 3 }),
      more: false,
    },
  });
  await settle();
  expect(names()).toEqual(["resume", "send_message"]);
  expect(lines(client)).toEqual([1, 2, 3]);
});

test("a request in flight when the line broke goes out again under its own id", async () => {
  const { client } = await arrived();
  const asked = client.requestAgent();
  socket.goDown();
  arrive();
  await settle();
  socket.answer("request_agent", () => ({ ok: true, data: { conversation: conversationView() } }));
  socket.answer("resume", () => ({
    ok: true,
    data: { messages: [], conversation: conversationView(), more: false },
  }));
  await vi.advanceTimersByTimeAsync(5_000);
  await asked;
  const ids = socket.payloads("request_agent").map(({ client_id }) => client_id);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(1);
});

test("a hub that drains is left when it says, and nobody is told", async () => {
  const { client } = await arrived({ conversation: conversationView() });
  const seen: boolean[] = [];
  client.subscribe(({ cutOff, connection }) => seen.push(cutOff || connection === "offline"));
  socket.deliver("reconnect", { after_ms: 1_200 });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(socket.wanted).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(socket.wanted).toBe(2);
  client.send("during the move");
  expect(socket.payloads("send_message")).toEqual([]);
  socket.answer("resume", () => ({
    ok: true,
    data: { messages: [], conversation: conversationView(), more: false },
  }));
  arrive({ conversation: conversationView() });
  await settle();
  expect(socket.payloads("send_message")).toHaveLength(1);
  expect(seen).not.toContain(true);
});

test("a line that came back by itself is not left once more", async () => {
  await arrived();
  socket.deliver("reconnect", { after_ms: 3_000 });
  socket.goDown();
  arrive();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(socket.wanted).toBe(1);
});

test("five seconds without a line are nobody's business", async () => {
  const { client } = await arrived();
  socket.goDown();
  await vi.advanceTimersByTimeAsync(4_900);
  expect(client.state.cutOff).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(client.state.cutOff).toBe(true);
  arrive();
  expect(client.state.cutOff).toBe(false);
});

test("when the network is back it does not wait for the next try", async () => {
  await arrived();
  socket.goDown();
  window.dispatchEvent(new Event("online"));
  expect(socket.wanted).toBe(2);
});

test.each([
  ["an earlier owner", conversationView({ owner: { kind: "bot", epoch: 1 }, last_seq: 9 })],
  ["fewer messages", conversationView({ owner: { kind: "agent", epoch: 2 }, last_seq: 4, status: "open" })],
])("a late view with %s changes nothing", async (_, late) => {
  const held = conversationView({ owner: { kind: "agent", epoch: 2 }, last_seq: 5, status: "resolved" });
  const { client } = await arrived({ conversation: held });
  socket.deliver("conversation_updated", { conversation: late });
  expect(client.state.conversation).toMatchObject({ status: "resolved", last_seq: 5, owner: { epoch: 2 } });
});

test("an answer made before a lost push does not hide the gap behind it", async () => {
  const { client } = await arrived({
    conversation: conversationView({ last_seq: 1 }),
    messages: [messageView(1)],
  });
  const answer = (seqs: number[]) => ({
    ok: true as const,
    data: {
      messages: seqs.map((seq) => messageView(seq)),
      conversation: conversationView({ last_seq: seqs.at(-1) ?? 2 }),
      more: false,
    },
  });
  socket.deliver("message_created", { message: messageView(3) });
  await settle();
  const early = socket.emitted.at(-1);
  socket.deliver("message_created", { message: messageView(5) });
  early?.ack(answer([2]));
  await settle();
  expect(lines(client)).toEqual([1, 2, 3]);
  expect(socket.payloads("resume")).toHaveLength(2);
  socket.emitted.at(-1)?.ack(answer([4, 5]));
  await settle();
  expect(lines(client)).toEqual([1, 2, 3, 4, 5]);
});

test("what the hub refused stays refused after a reload, until it is tried again or discarded", async () => {
  const before = await arrived({ conversation: conversationView() });
  socket.answer("send_message", () => ({ ok: false, error: { code: "too_large", message: "too long" } }));
  before.client.send("an epic");
  before.client.send("another");
  await settle();
  before.leave();

  const after = page({ session: "tab-0" });
  await settle();
  arrive({ conversation: conversationView() });
  await settle();
  expect(after.client.state.outbox.map(({ state, error }) => [state, error?.code])).toEqual([
    ["failed", "too_large"],
    ["failed", "too_large"],
  ]);
  expect(socket.payloads("send_message")).toEqual([]);
  socket.answer("send_message", () => taken());
  const [first, second] = after.client.state.outbox;
  after.client.retry(first?.clientId ?? "");
  after.client.discard(second?.clientId ?? "");
  await settle();
  expect(after.client.state.outbox.map(({ state }) => state)).toEqual(["sent"]);
  expect(Object.keys(localStorage).filter((key) => key.includes("outbox"))).toEqual([]);
});

test("a reload with a full outbox shows and sends it, also while another tab is open", async () => {
  const other = await arrived({ conversation: conversationView() });
  const before = await arrived({ conversation: conversationView() });
  before.client.send("one");
  before.client.send("two");
  await settle();
  const sent = before.socket.payloads("send_message")[0]?.client_id;
  window.dispatchEvent(new Event("storage"));
  await settle();
  before.leave();
  await settle();

  const after = page({ session: "tab-1" });
  expect(after.client.state.outbox.map(({ text }) => text)).toEqual(["one", "two"]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(other.client.state.outbox).toEqual([]);
  socket.answer("send_message", () => taken());
  arrive({ conversation: conversationView() });
  await settle();
  expect(socket.payloads("send_message").map(({ content }) => content)).toEqual([
    { type: "text", text: "one" },
    { type: "text", text: "two" },
  ]);
  expect(socket.payloads("send_message")[0]?.client_id).toBe(sent);
});

test("what a closed tab has left another one sends, but nothing of one that lives", async () => {
  const stays = await arrived({ conversation: conversationView() });
  const goes = await arrived({ conversation: conversationView() });
  goes.client.send("not gone yet");
  await settle();
  window.dispatchEvent(new Event("storage"));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stays.client.state.outbox).toEqual([]);
  goes.leave();
  await vi.advanceTimersByTimeAsync(3_100);
  expect(stays.socket.payloads("send_message")).toHaveLength(1);
  expect(stays.socket.payloads("send_message")[0]?.client_id).toBe(
    goes.socket.payloads("send_message")[0]?.client_id,
  );
});

test("two tabs opened in the same instant are one visitor", async () => {
  const first = page();
  const second = page();
  await settle();
  expect([first.socket.wanted, second.socket.wanted]).toEqual([1, 0]);
  arrive({ token: "ours" }, first.socket);
  await settle();
  expect(second.socket.wanted).toBe(1);
  expect(localStorage.getItem("samtal:demo:token")).toBe("ours");
});

test("a first tab that never gets through does not keep the second one waiting", async () => {
  vi.useRealTimers();
  vi.spyOn(AbortSignal, "timeout").mockImplementation(() => AbortSignal.abort());
  const hung = page();
  await new Promise((done) => setTimeout(done, 5));
  const second = page();
  await new Promise((done) => setTimeout(done, 5));
  expect([hung.socket.wanted, second.socket.wanted]).toEqual([1, 1]);
});

test("without storage a message lives as long as the page, and the page knows", async () => {
  const keep = keepOf("demo", () => {
    throw new DOMException("denied", "SecurityError");
  });
  const { client } = page({ keep });
  await settle();
  arrive();
  await settle();
  client.send("Hello");
  socket.goDown();
  expect(keep.lasting).toBe(false);
  socket.answer("send_message", () => taken());
  arrive();
  await vi.advanceTimersByTimeAsync(2_600);
  expect(client.state.outbox.map(({ state }) => state)).toEqual(["sent"]);
});

test("a store that is full keeps what it has, and the rest is held in memory", () => {
  let isFull = false;
  const store: Storage = new Proxy(localStorage, {
    get(target, name) {
      if (name === "setItem" && isFull) throw new DOMException("full", "QuotaExceededError");
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const keep = keepOf("demo", () => store);
  keep.set("token", "t");
  isFull = true;
  keep.set("outbox:a:b", "words");
  expect(keep.lasting).toBe(false);
  expect(keep.get("outbox:a:b")).toBe("words");
  expect(keep.get("token")).toBe("t");
  expect(keep.keys().toSorted()).toEqual(["outbox:a:b", "token"]);
});

test("a message keeps to the dialogue it was first sent to, so that it cannot begin a second one", async () => {
  const before = await arrived({ conversation: conversationView() });
  before.client.send("stored, but its ack was lost");
  await settle();
  before.leave();
  page({ session: "tab-0" });
  await settle();
  // Resolved meanwhile: the welcome knows of no open dialogue.
  socket.answer("resume", () => ({
    ok: true,
    data: { messages: [], conversation: conversationView({ status: "resolved" }), more: false },
  }));
  arrive({ conversation: null });
  await settle();
  expect(socket.payloads("send_message")[0]?.conversation_id).toBe("c1");
});

test("a dialogue that has ended is there to be rated after a reload, its greeting above it", async () => {
  const before = await arrived();
  socket.answer("send_message", () => taken());
  const now = new Date().toISOString();
  const ended = conversationView({ status: "resolved", updated_at: now, last_seq: 2 });
  const said = [messageView(1, "visitor"), messageView(2)];
  const resumed = (conversation: typeof ended) => () => ({
    ok: true as const,
    data: { messages: said, conversation, more: false },
  });
  socket.answer("resume", resumed(conversationView({ last_seq: 2 })));
  before.client.send("Hello");
  await settle();
  expect(before.client.state.greeted).toBe(true);
  before.leave();

  const { client } = page({ session: "tab-0" });
  await settle();
  socket.answer("resume", resumed(ended));
  arrive({ conversation: null, greeting: { text: "Welcome back." } });
  await settle();
  expect(client.state.conversation?.status).toBe("resolved");
  expect(lines(client)).toEqual([1, 2]);
  expect(client.state.greeted).toBe(true);
  expect(client.state.greeting?.text).toBe(welcomeView().greeting.text);
});

test("a dialogue that ended long ago is past", async () => {
  localStorage.setItem("samtal:demo:dialogue", JSON.stringify({ id: "c1" }));
  const { client } = page();
  await settle();
  socket.answer("resume", () => ({
    ok: true,
    data: { messages: [messageView(1)], conversation: conversationView({ status: "resolved" }), more: false },
  }));
  arrive({ conversation: null });
  await settle();
  expect(client.state.conversation).toBeNull();
  expect(client.state.greeted).toBe(true);
  expect(localStorage.getItem("samtal:demo:dialogue")).toBeNull();
});

test("the greeting stays when the first words arrive with the next welcome", async () => {
  const { client } = await arrived();
  client.send("Hello");
  socket.goDown();
  socket.answer("resume", () => ({
    ok: true,
    data: { messages: [], conversation: conversationView({ last_seq: 1 }), more: false },
  }));
  arrive({
    conversation: conversationView({ last_seq: 1 }),
    messages: [messageView(1, "visitor")],
    greeting: { text: "Another one." },
  });
  await settle();
  expect(client.state.greeted).toBe(true);
  expect(client.state.greeting?.text).toBe(welcomeView().greeting.text);
});
