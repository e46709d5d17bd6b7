import { cleanup, fireEvent } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { MemorySocket } from "../client/testing/memory_socket";
import { conversationView, messageView, welcomeView } from "../client/testing/views";
import type { ConversationView, MessageView, Welcome } from "../wire/events.gen";
import { en as later } from "./later/locales/en";
import { en } from "./locales/en";
import { newRoot, openChat } from "./testing/chat";

let socket: MemorySocket;
let root: ShadowRoot;

beforeEach(async () => {
  root = await newRoot();
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

function chat(change: Partial<Welcome> = {}) {
  const opened = openChat(root, change);
  socket = opened.socket;
  return opened.view;
}

const say = (message: MessageView) => socket.deliver("message_created", { message });

function queued(queue: ConversationView["queue"], change: Partial<ConversationView> = {}) {
  return conversationView({ owner: { kind: "queue", epoch: 2 }, queue, ...change });
}

const closed = { ...welcomeView().inbox, open: false, opens_at: "2026-11-23T12:00:00.000Z" };

test("waiting shows place and time, and who takes over is announced", async () => {
  const queue = { position: 2, agents_online: true, eta_seconds: 240 };
  const view = chat({ conversation: conversationView({ owner: { kind: "queue", epoch: 2 }, queue }) });
  expect(await view.findByText(/You are number 2\..*Usually about 4 minutes\./)).toBeTruthy();
  expect(view.queryByText(en.askPerson)).toBeNull();
  const owner = { kind: "agent" as const, name: "Mia", epoch: 3 };
  socket.deliver("conversation_updated", { conversation: conversationView({ owner }) });
  say(
    messageView(1, "system", {
      kind: "activity",
      content: { type: "text", text: "Mia joined.", code: "agent_joined", name: "Mia" },
    }),
  );
  expect(await view.findByText("Mia joined")).toBeTruthy();
  expect(view.getByText("Mia")).toBeTruthy();
});

test("when nobody is there two fields are enough to leave an address", async () => {
  const queue = { position: 1, agents_online: false };
  const view = chat({ conversation: conversationView({ owner: { kind: "queue", epoch: 2 }, queue }) });
  fireEvent.input(await view.findByLabelText(later.addressName), { target: { value: "Ari" } });
  fireEvent.input(view.getByLabelText(later.addressEmail), { target: { value: "ari@b.is" } });
  fireEvent.submit(view.getByLabelText(later.addressName).closest("form") as HTMLFormElement);
  expect(socket.payloads("send_message")[0]?.content).toMatchObject({
    text: "My name is Ari and my e-mail is ari@b.is.",
  });
});

test.each([
  [
    { eta_seconds: 240, eta_low_seconds: 170, eta_high_seconds: 350 },
    "You are number 2. Usually 2–6 minutes.",
  ],
  [
    { eta_seconds: 20, eta_low_seconds: 5, eta_high_seconds: 40 },
    "You are number 2. Usually within a minute.",
  ],
  [
    { eta_seconds: 90, eta_low_seconds: 30, eta_high_seconds: 200 },
    "You are number 2. Usually within 4 minutes.",
  ],
  [{}, "You are number 2."],
])("the wait is as long as the hub thinks, %o: %s", async (estimate, words) => {
  const view = chat({ conversation: queued({ position: 2, agents_online: true, ...estimate }) });
  expect((await view.findByText(/You are number 2\./)).textContent?.trim()).toBe(words);
});

test("outside the hours it says until when, and an address is asked for where e-mails can be sent", async () => {
  const conversation = queued({ position: 1, agents_online: false }, { offline: true });
  const view = chat({ inbox: { ...closed, mail: true }, conversation });
  expect(await view.findByText(/We are closed until Monday/)).toBeTruthy();
  socket.answer("leave_email", () => ({
    ok: true,
    data: { conversation: { ...conversation, reply_to: "ari@b.is" } },
  }));
  fireEvent.input(view.getByLabelText(later.addressEmail), { target: { value: "ari@b.is" } });
  fireEvent.submit(view.getByLabelText(later.addressEmail).closest("form") as HTMLFormElement);
  expect(socket.payloads("leave_email")).toEqual([{ conversation_id: "c1", email: "ari@b.is" }]);
  expect(await view.findByText(/by e-mail to ari@b\.is/)).toBeTruthy();
  expect(view.queryByLabelText(later.addressEmail)).toBeNull();
});

function toldInVain(text: string, asks_email: boolean) {
  const content = { type: "text", code: "handoff", text, reason: "closed", asks_email };
  return messageView(1, "system", { kind: "activity", content });
}

test("what the log says about nobody being there is said once", async () => {
  const conversation = queued({ position: 1, agents_online: false }, { offline: true, last_seq: 1 });
  const words = "We are closed until Monday 9:00 (GMT). Leave your e-mail and we will answer there.";
  const view = chat({ inbox: { ...closed, mail: true }, conversation, messages: [toldInVain(words, true)] });
  expect(await view.findByText(words)).toBeTruthy();
  expect(view.getAllByText(/closed|nobody|connected/i)).toHaveLength(1);
  expect(view.getByLabelText(later.addressEmail)).toBeTruthy();
});

test("who has an address and heard of it is offered nothing more", async () => {
  const conversation = queued({ position: 1, agents_online: false }, { offline: true, last_seq: 1 });
  const words = "We are closed. We will answer here and by e-mail to ari@b.is.";
  const view = chat({
    inbox: { ...closed, mail: true },
    contact: { id: "p1", email: "ari@b.is" },
    conversation,
    messages: [toldInVain(words, false)],
  });
  expect(await view.findByText(words)).toBeTruthy();
  expect(view.getAllByText(/ari@b\.is/)).toHaveLength(1);
});

test("an address the hub refuses can be put right", async () => {
  const conversation = queued({ position: 1, agents_online: false }, { offline: true });
  const view = chat({ inbox: { ...closed, mail: true }, conversation });
  socket.answer("leave_email", () => ({ ok: false, error: { code: "invalid", message: "no address" } }));
  fireEvent.input(await view.findByLabelText(later.addressEmail), { target: { value: "ari@b" } });
  fireEvent.submit(view.getByLabelText(later.addressEmail).closest("form") as HTMLFormElement);
  expect(await view.findByText(later.addressFailed)).toBeTruthy();
  expect(view.getByLabelText(later.addressEmail)).toBeTruthy();
});

test("while the bot answers it says when people are there again", async () => {
  const view = chat({ inbox: closed });
  expect(await view.findByText(/People answer again from Monday/)).toBeTruthy();
  expect(view.getByText(en.askPerson)).toBeTruthy();
});
