import { expect, test, vi } from "vitest";
import { pagesOfEachTest, settle } from "./testing/pages";
import { conversationView, messageView, welcomeView } from "./testing/views";
import { whole } from "./timeline";
import type { VisitorClient } from "./visitor_client";

const pages = pagesOfEachTest();
const names = () => pages.socket.emitted.map(({ name }) => name);
const lines = (client: VisitorClient) => whole(client.state.timeline).map(({ seq }) => seq);

test("after an interruption it waits for the welcome, fetches what it missed and only then sends", async () => {
  const { client } = await pages.arrived({
    conversation: conversationView({ last_seq: 1 }),
    messages: [messageView(1)],
  });
  pages.socket.goDown();
  client.send("written meanwhile");
  pages.socket.comeUp();
  await settle();
  expect(names()).toEqual([]);
  pages.arrive({ conversation: conversationView({ last_seq: 3 }), messages: [messageView(3)] });
  await settle();
  expect(names()).toEqual(["resume"]);
  const [resume] = pages.socket.emitted;
  resume?.ack({
    ok: true,
    data: {
      messages: [messageView(1), messageView(2), messageView(3)],
      conversation: conversationView({ last_seq: 3 }),
      more: false,
    },
  });
  await settle();
  expect(names()).toEqual(["resume", "send_message"]);
  expect(lines(client)).toEqual([1, 2, 3]);
});

test("a request in flight when the line broke goes out again under its own id", async () => {
  const { client } = await pages.arrived();
  const asked = client.requestAgent();
  pages.socket.goDown();
  pages.arrive();
  await settle();
  pages.socket.answer("request_agent", () => ({ ok: true, data: { conversation: conversationView() } }));
  pages.socket.answer("resume", () => ({
    ok: true,
    data: { messages: [], conversation: conversationView(), more: false },
  }));
  await vi.advanceTimersByTimeAsync(5_000);
  await asked;
  const ids = pages.socket.payloads("request_agent").map(({ client_id }) => client_id);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(1);
});

test("a hub that drains is left when it says, and nobody is told", async () => {
  const { client } = await pages.arrived({ conversation: conversationView() });
  const seen: boolean[] = [];
  client.subscribe(({ cutOff, connection }) => seen.push(cutOff || connection === "offline"));
  pages.socket.deliver("reconnect", { after_ms: 1_200 });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(pages.socket.wanted).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(pages.socket.wanted).toBe(2);
  client.send("during the move");
  expect(pages.socket.payloads("send_message")).toEqual([]);
  pages.socket.answer("resume", () => ({
    ok: true,
    data: { messages: [], conversation: conversationView(), more: false },
  }));
  pages.arrive({ conversation: conversationView() });
  await settle();
  expect(pages.socket.payloads("send_message")).toHaveLength(1);
  expect(seen).not.toContain(true);
});

test("a line that came back by itself is not left once more", async () => {
  await pages.arrived();
  pages.socket.deliver("reconnect", { after_ms: 3_000 });
  pages.socket.goDown();
  pages.arrive();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(pages.socket.wanted).toBe(1);
});

test("five seconds without a line are nobody's business", async () => {
  const { client } = await pages.arrived();
  pages.socket.goDown();
  await vi.advanceTimersByTimeAsync(4_900);
  expect(client.state.cutOff).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(client.state.cutOff).toBe(true);
  pages.arrive();
  expect(client.state.cutOff).toBe(false);
});

test("when the network is back it does not wait for the next try", async () => {
  await pages.arrived();
  pages.socket.goDown();
  window.dispatchEvent(new Event("online"));
  expect(pages.socket.wanted).toBe(2);
});

test.each([
  ["an earlier owner", conversationView({ owner: { kind: "bot", epoch: 1 }, last_seq: 9 })],
  ["fewer messages", conversationView({ owner: { kind: "agent", epoch: 2 }, last_seq: 4, status: "open" })],
])("a late view with %s changes nothing", async (_, late) => {
  const held = conversationView({ owner: { kind: "agent", epoch: 2 }, last_seq: 5, status: "resolved" });
  const { client } = await pages.arrived({ conversation: held });
  pages.socket.deliver("conversation_updated", { conversation: late });
  expect(client.state.conversation).toMatchObject({ status: "resolved", last_seq: 5, owner: { epoch: 2 } });
});

test("an answer made before a lost push does not hide the gap behind it", async () => {
  const { client } = await pages.arrived({
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
  pages.socket.deliver("message_created", { message: messageView(3) });
  await settle();
  const early = pages.socket.emitted.at(-1);
  pages.socket.deliver("message_created", { message: messageView(5) });
  early?.ack(answer([2]));
  await settle();
  expect(lines(client)).toEqual([1, 2, 3]);
  expect(pages.socket.payloads("resume")).toHaveLength(2);
  pages.socket.emitted.at(-1)?.ack(answer([4, 5]));
  await settle();
  expect(lines(client)).toEqual([1, 2, 3, 4, 5]);
});

test("the greeting stays when the first words arrive with the next welcome", async () => {
  const { client } = await pages.arrived();
  client.send("Hello");
  pages.socket.goDown();
  pages.socket.answer("resume", () => ({
    ok: true,
    data: { messages: [], conversation: conversationView({ last_seq: 1 }), more: false },
  }));
  pages.arrive({
    conversation: conversationView({ last_seq: 1 }),
    messages: [messageView(1, "visitor")],
    greeting: { text: "Another one." },
  });
  await settle();
  expect(client.state.greeted).toBe(true);
  expect(client.state.greeting?.text).toBe(welcomeView().greeting.text);
});
