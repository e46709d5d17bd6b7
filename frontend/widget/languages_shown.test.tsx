import { cleanup, fireEvent } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { conversationView, messageView, welcomeView } from "../client/testing/views";
import { texts as arMemory } from "./later/memory/locales/ar";
import { texts as ar } from "./locales/ar";
import { en } from "./locales/en";
import { texts as ru } from "./locales/ru";
import { texts as th } from "./locales/th";
import { newRoot, openChat } from "./testing/chat";

let root: ShadowRoot;

beforeEach(async () => {
  root = await newRoot();
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const queued = conversationView({
  owner: { kind: "queue", epoch: 2 },
  queue: { position: 3, agents_online: true, eta_seconds: 240 },
});

function activity(seq: number, content: Record<string, unknown>) {
  return messageView(seq, "system", {
    kind: "activity",
    content: { type: "text", text: "In English.", ...content },
  });
}

test("what is waited for is said in the language of the chat", async () => {
  const { view } = openChat(root, { conversation: queued }, { texts: ru });
  expect(await view.findByText(/Ваше место в очереди: 3\..*около 4 минут\./)).toBeTruthy();
  expect(view.getByLabelText(ru.write)).toBeTruthy();
});

test("what the hub says in English is said in the language of the chat", async () => {
  const messages = [
    activity(1, {
      code: "offline",
      reason: "closed",
      opens_at: "2026-11-23T12:00:00.000Z",
      note: "Gone fishing.",
      asks_email: true,
    }),
    activity(2, { code: "idle_notice", minutes: 5 }),
    activity(3, { code: "reply_to" }),
    activity(4, { code: "bot_starting" }),
    activity(5, { code: "handoff", reason: "nobody_online", asks_email: false }),
  ];
  const inbox = { ...welcomeView().inbox, mail: true };
  const contact = { id: "p1", email: "ari@b.is" };
  const { view } = openChat(
    root,
    { inbox, contact, conversation: conversationView(), messages },
    { texts: ru },
  );
  expect(
    await view.findByText(/Сейчас закрыто\. Откроемся: .* Gone fishing\. Оставьте эл\. почту/),
  ).toBeTruthy();
  expect(view.getByText(ru.stillThere(5))).toBeTruthy();
  expect(view.getByText(ru.addressNoted)).toBeTruthy();
  expect(view.getByText(ru.botStartingHelp)).toBeTruthy();
  expect(view.getByText(`${ru.nobodyHere} ${ru.answeredAt("ari@b.is")}`)).toBeTruthy();
  expect(view.queryByText(/In English/)).toBeNull();
});

test("a code that is new to us is said as the hub says it, in English as ever", async () => {
  const messages = [activity(1, { code: "moved_house" })];
  const first = openChat(root, { conversation: conversationView(), messages }, { texts: th });
  expect(await first.view.findByText("In English.")).toBeTruthy();
  cleanup();
  const offline = [activity(1, { code: "offline", reason: "closed" })];
  const second = openChat(root, { conversation: conversationView(), messages: offline });
  expect(await second.view.findByText("In English.")).toBeTruthy();
});

test("what is remembered is shown in the language once its words have come", async () => {
  const { view, socket } = openChat(root, {}, { texts: ar });
  socket.answer("list_facts", () => ({ ok: true, data: { facts: [], consent: { memory: true } } }));
  fireEvent.click(await view.findByLabelText(ar.memory));
  expect(await view.findByText(arMemory.memoryEmpty)).toBeTruthy();
  expect(view.getByRole("switch", { name: arMemory.consentFor.memory })).toBeTruthy();
  expect(view.getByText(arMemory.memoryDownload)).toBeTruthy();
});

test("a line that is missing in an older file is said in English", async () => {
  const { write: _, ...older } = ru;
  const { view } = openChat(root, {}, { texts: { ...en, ...older } });
  expect(await view.findByLabelText(en.write)).toBeTruthy();
  expect(view.getByText(ru.askPerson)).toBeTruthy();
});
