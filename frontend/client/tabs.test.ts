import { expect, test, vi } from "vitest";
import { keepOf } from "./keep";
import { pagesOfEachTest, settle, taken } from "./testing/pages";
import { conversationView, messageView, welcomeView } from "./testing/views";
import { whole } from "./timeline";
import type { VisitorClient } from "./visitor_client";

const pages = pagesOfEachTest();
const lines = (client: VisitorClient) => whole(client.state.timeline).map(({ seq }) => seq);

test("what the hub refused stays refused after a reload, until it is tried again or discarded", async () => {
  const before = await pages.arrived({ conversation: conversationView() });
  pages.socket.answer("send_message", () => ({
    ok: false,
    error: { code: "too_large", message: "too long" },
  }));
  before.client.send("an epic");
  before.client.send("another");
  await settle();
  before.leave();

  const after = pages.load({ session: "tab-0" });
  await settle();
  pages.arrive({ conversation: conversationView() });
  await settle();
  expect(after.client.state.outbox.map(({ state, error }) => [state, error?.code])).toEqual([
    ["failed", "too_large"],
    ["failed", "too_large"],
  ]);
  expect(pages.socket.payloads("send_message")).toEqual([]);
  pages.socket.answer("send_message", () => taken());
  const [first, second] = after.client.state.outbox;
  after.client.retry(first?.clientId ?? "");
  after.client.discard(second?.clientId ?? "");
  await settle();
  expect(after.client.state.outbox.map(({ state }) => state)).toEqual(["sent"]);
  expect(Object.keys(localStorage).filter((key) => key.includes("outbox"))).toEqual([]);
});

test("a reload with a full outbox shows and sends it, also while another tab is open", async () => {
  const other = await pages.arrived({ conversation: conversationView() });
  const before = await pages.arrived({ conversation: conversationView() });
  before.client.send("one");
  before.client.send("two");
  await settle();
  const sent = before.socket.payloads("send_message")[0]?.client_id;
  window.dispatchEvent(new Event("storage"));
  await settle();
  before.leave();
  await settle();

  const after = pages.load({ session: "tab-1" });
  expect(after.client.state.outbox.map(({ text }) => text)).toEqual(["one", "two"]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(other.client.state.outbox).toEqual([]);
  pages.socket.answer("send_message", () => taken());
  pages.arrive({ conversation: conversationView() });
  await settle();
  expect(pages.socket.payloads("send_message").map(({ content }) => content)).toEqual([
    { type: "text", text: "one" },
    { type: "text", text: "two" },
  ]);
  expect(pages.socket.payloads("send_message")[0]?.client_id).toBe(sent);
});

test("what a closed tab has left another one sends, but nothing of one that lives", async () => {
  const stays = await pages.arrived({ conversation: conversationView() });
  const goes = await pages.arrived({ conversation: conversationView() });
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
  const first = pages.load();
  const second = pages.load();
  await settle();
  expect([first.socket.wanted, second.socket.wanted]).toEqual([1, 0]);
  pages.arrive({ token: "ours" }, first.socket);
  await settle();
  expect(second.socket.wanted).toBe(1);
  expect(localStorage.getItem("samtal:demo:token")).toBe("ours");
});

test("a first tab that never gets through does not keep the second one waiting", async () => {
  vi.useRealTimers();
  vi.spyOn(AbortSignal, "timeout").mockImplementation(() => AbortSignal.abort());
  const hung = pages.load();
  await new Promise((done) => setTimeout(done, 5));
  const second = pages.load();
  await new Promise((done) => setTimeout(done, 5));
  expect([hung.socket.wanted, second.socket.wanted]).toEqual([1, 1]);
});

test("without storage a message lives as long as the page, and the page knows", async () => {
  const keep = keepOf("demo", () => {
    throw new DOMException("denied", "SecurityError");
  });
  const { client } = pages.load({ keep });
  await settle();
  pages.arrive();
  await settle();
  client.send("Hello");
  pages.socket.goDown();
  expect(keep.lasting).toBe(false);
  pages.socket.answer("send_message", () => taken());
  pages.arrive();
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
  const before = await pages.arrived({ conversation: conversationView() });
  before.client.send("stored, but its ack was lost");
  await settle();
  before.leave();
  pages.load({ session: "tab-0" });
  await settle();
  // Resolved meanwhile: the welcome knows of no open dialogue.
  pages.socket.answer("resume", () => ({
    ok: true,
    data: { messages: [], conversation: conversationView({ status: "resolved" }), more: false },
  }));
  pages.arrive({ conversation: null });
  await settle();
  expect(pages.socket.payloads("send_message")[0]?.conversation_id).toBe("c1");
});

test("a dialogue that has ended is there to be rated after a reload, its greeting above it", async () => {
  const before = await pages.arrived();
  pages.socket.answer("send_message", () => taken());
  const now = new Date().toISOString();
  const ended = conversationView({ status: "resolved", updated_at: now, last_seq: 2 });
  const said = [messageView(1, "visitor"), messageView(2)];
  const resumed = (conversation: typeof ended) => () => ({
    ok: true as const,
    data: { messages: said, conversation, more: false },
  });
  pages.socket.answer("resume", resumed(conversationView({ last_seq: 2 })));
  before.client.send("Hello");
  await settle();
  expect(before.client.state.greeted).toBe(true);
  before.leave();

  const { client } = pages.load({ session: "tab-0" });
  await settle();
  pages.socket.answer("resume", resumed(ended));
  pages.arrive({ conversation: null, greeting: { text: "Welcome back." } });
  await settle();
  expect(client.state.conversation?.status).toBe("resolved");
  expect(lines(client)).toEqual([1, 2]);
  expect(client.state.greeted).toBe(true);
  expect(client.state.greeting?.text).toBe(welcomeView().greeting.text);
});

test("a dialogue that ended in another tab does not stand before the greeting", async () => {
  localStorage.setItem("samtal:demo:dialogue", JSON.stringify({ id: "c1", tab: "tab-0" }));
  const { client } = pages.load({ session: "tab-1" });
  await settle();
  const now = new Date().toISOString();
  pages.socket.answer("resume", () => ({
    ok: true,
    data: {
      messages: [messageView(1)],
      conversation: conversationView({ status: "resolved", updated_at: now }),
      more: false,
    },
  }));
  pages.arrive({ conversation: null, greeting: { text: "Welcome back." } });
  await settle();
  expect(client.state.conversation).toBeNull();
  expect(client.state.greeting?.text).toBe("Welcome back.");
});

test("a dialogue that ended long ago is past", async () => {
  localStorage.setItem("samtal:demo:dialogue", JSON.stringify({ id: "c1", tab: "tab-0" }));
  const { client } = pages.load({ session: "tab-0" });
  await settle();
  pages.socket.answer("resume", () => ({
    ok: true,
    data: { messages: [messageView(1)], conversation: conversationView({ status: "resolved" }), more: false },
  }));
  pages.arrive({ conversation: null });
  await settle();
  expect(client.state.conversation).toBeNull();
  expect(client.state.greeted).toBe(true);
  expect(localStorage.getItem("samtal:demo:dialogue")).toBeNull();
});
