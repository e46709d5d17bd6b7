import { cleanup, fireEvent } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MemorySocket } from "../client/testing/memory_socket";
import { conversationView, messageView, welcomeView } from "../client/testing/views";
import type { MessageView, Welcome } from "../wire/events.gen";
import { en as later } from "./later/locales/en";
import { en as memory } from "./later/memory/locales/en";
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

function chat(change: Partial<Welcome> = {}, open = true) {
  const opened = openChat(root, change, { open });
  socket = opened.socket;
  return opened.view;
}

const say = (message: MessageView) => socket.deliver("message_created", { message });
const content = (seq: number, value: MessageView["content"]) => messageView(seq, "bot", { content: value });
const focused = () => root.activeElement;

test("it says at once who answers, and greets", async () => {
  const view = chat();
  expect(await view.findByText("Embla")).toBeTruthy();
  expect(view.getByText(en.botAnswers)).toBeTruthy();
  expect(view.getByText("Good day! What can I do for you?")).toBeTruthy();
});

test("while the bot is starting it says so and offers a person", async () => {
  const view = chat({ inbox: { ...welcomeView().inbox, bot_ready: false } });
  expect(await view.findByText(en.botStarting)).toBeTruthy();
  expect(view.getByText(en.botStartingHelp)).toBeTruthy();
  fireEvent.click(view.getByText(en.askPerson));
  await vi.waitFor(() => expect(socket.payloads("request_agent")).toHaveLength(1));
});

test("where the chat is closed, newcomers are told so, and nothing looks as if it came or could be sent", async () => {
  const { view: closed, socket: line } = openChat(root, {}, { welcomed: false });
  line.deliver("connect_error", {
    message: "x",
    data: { code: "not_allowed", message: "This chat is closed." },
  });
  expect((await closed.findByRole("alert")).textContent).toBe(en.refused);
  expect(closed.queryByLabelText(en.write)).toBeNull();
  expect(closed.queryByText(en.starting)).toBeNull();
});

test("Enter sends; Shift+Enter and a word being composed do not", async () => {
  const view = chat();
  const box = await view.findByLabelText(en.write);
  fireEvent.input(box, { target: { value: "Hello" } });
  fireEvent.keyDown(box, { key: "Enter", shiftKey: true });
  fireEvent.keyDown(box, { key: "Enter", isComposing: true });
  expect(socket.payloads("send_message")).toEqual([]);
  fireEvent.keyDown(box, { key: "Enter" });
  expect(socket.payloads("send_message")[0]?.content).toEqual({ type: "text", text: "Hello" });
  expect(await view.findByText(en.sending)).toBeTruthy();
});

test("markup in a message is shown as text and only web addresses become links", async () => {
  const view = chat({ conversation: conversationView() });
  const words = "<img src=x onerror=alert(1)> javascript:alert(1) https://shop.example/a?b=1.";
  say(content(1, { type: "text", text: words }));
  const link = await view.findByRole("link");
  expect(link.getAttribute("href")).toBe("https://shop.example/a?b=1");
  expect(link.getAttribute("rel")).toContain("noopener");
  expect(link.closest("p")?.textContent).toBe(words);
  expect(view.queryByRole("img")).toBeNull();
});

test("a card leads nowhere but to web pages", async () => {
  const view = chat({ conversation: conversationView() });
  say(
    content(1, {
      type: "card",
      cards: [
        { title: "Hekla rain jacket", url: "/product/hekla", image_url: "/demo/hekla.svg" },
        {
          title: "Trap",
          url: "javascript:alert(1)",
          actions: [{ label: "Do not", url: "data:text/html,x" }],
        },
      ],
    }),
  );
  const links = await view.findAllByRole("link");
  expect(links.map((link) => link.getAttribute("href"))).toEqual(["https://hub.example/product/hekla"]);
});

test("a picked quick reply says its payload, shows its label, and the others go", async () => {
  const view = chat({ conversation: conversationView() });
  say(
    content(1, {
      type: "choices",
      text: "Is it about this order?",
      choices: [{ label: "Yes", payload: "/affirm" }],
    }),
  );
  fireEvent.click(await view.findByRole("button", { name: "Yes" }));
  expect(socket.payloads("send_message")[0]?.content).toEqual({
    type: "text",
    text: "/affirm",
    label: "Yes",
  });
  expect(await view.findByText(en.sending)).toBeTruthy();
  expect(view.queryByRole("button", { name: "Yes" })).toBeNull();
  expect(view.getByText("Yes")).toBeTruthy();
});

test("a form answers with the names of its fields", async () => {
  const view = chat({ conversation: conversationView() });
  say(
    content(1, {
      type: "form",
      text: "Which order?",
      fields: [
        { name: "number", label: "Order number" },
        { name: "email", label: "E-mail", input: "email" },
      ],
    }),
  );
  fireEvent.input(await view.findByLabelText("Order number"), { target: { value: "10432" } });
  fireEvent.input(view.getByLabelText("E-mail"), { target: { value: "a@b.is" } });
  fireEvent.submit(view.getByLabelText("E-mail").closest("form") as HTMLFormElement);
  expect(socket.payloads("send_message")[0]?.content).toMatchObject({
    text: "Order number: 10432\nE-mail: a@b.is",
  });
});

test("read and sent are told apart under the newest own message", async () => {
  const view = chat({
    conversation: conversationView(),
    messages: [messageView(1, "visitor"), messageView(2, "visitor")],
  });
  expect(await view.findByText(new RegExp(`· ${en.sent}`))).toBeTruthy();
  socket.deliver("messages_read", { conversation_id: "c1", seq: 2, by: "agent" });
  expect(await view.findByText(new RegExp(`· ${en.read}`))).toBeTruthy();
});

test("an ended dialogue asks for a rating once", async () => {
  const view = chat({ conversation: conversationView({ status: "resolved" }) });
  const rated = conversationView({ status: "resolved", rating: 4 });
  socket.answer("rate_conversation", () => ({ ok: true, data: { conversation: rated } }));
  fireEvent.click(await view.findByRole("radio", { name: "4: Good" }));
  fireEvent.input(view.getByLabelText(later.rateComment), { target: { value: "Quick!" } });
  fireEvent.submit(view.getByText(later.rateSend).closest("form") as HTMLFormElement);
  expect(socket.payloads("rate_conversation")).toEqual([
    { conversation_id: "c1", score: 4, comment: "Quick!" },
  ]);
  expect(await view.findByText(later.rateThanks)).toBeTruthy();
  expect(view.getByLabelText(en.writeNew)).toBeTruthy();
});

test("what is remembered can be seen, put right and forgotten", async () => {
  const view = chat();
  const fact = {
    id: "f1",
    key: "name",
    label: "Name",
    value: "Gudrun",
    source: "visitor",
    confidence: 1,
    state: "current",
    observed_at: "2026-11-20T10:00:00.000Z",
    quote: "I am Gudrun",
  };
  socket.answer("list_facts", () => ({ ok: true, data: { facts: [fact], consent: { memory: true } } }));
  socket.answer("forget_fact", () => ({ ok: true, data: {} }));
  fireEvent.click(await view.findByLabelText(en.memory));
  expect(await view.findByText("I am Gudrun")).toBeTruthy();
  fireEvent.click(view.getByLabelText("Correct: Name"));
  fireEvent.input(await view.findByLabelText("New value for Name"), { target: { value: "Guðrún" } });
  fireEvent.submit(view.getByLabelText("New value for Name").closest("form") as HTMLFormElement);
  expect(socket.payloads("correct_fact")).toEqual([{ fact_id: "f1", value: "Guðrún" }]);
  fireEvent.click(await view.findByLabelText("Forget: Name"));
  expect(socket.payloads("forget_fact")).toEqual([{ fact_id: "f1" }]);
});

test("what is unsure is confirmed or denied, and consent is a switch", async () => {
  const view = chat();
  const fact = { id: "f1", key: "name", label: "Name", value: "Kim", source: "visitor", confidence: 0.6 };
  const unsure = { ...fact, state: "unconfirmed", observed_at: "2026-11-20T10:00:00.000Z" };
  const data = { facts: [], unconfirmed: [unsure], consent: { memory: true } };
  socket.answer("list_facts", () => ({ ok: true, data }));
  socket.answer("confirm_fact", () => ({ ok: true, data: {} }));
  socket.answer("set_consent", () => ({ ok: true, data: { consent: { memory: false } } }));
  fireEvent.click(await view.findByLabelText(en.memory));
  fireEvent.click(await view.findByText(memory.memoryYes));
  expect(socket.payloads("confirm_fact")).toEqual([{ fact_id: "f1", right: true }]);
  fireEvent.click(view.getByRole("switch", { name: memory.consentFor.memory }));
  expect(socket.payloads("set_consent")).toEqual([{ purpose: "memory", granted: false }]);
  expect(await view.findByText(memory.memoryWithdrawn)).toBeTruthy();
});

test("where a yes is needed it is asked once, and answered once", async () => {
  const view = chat({ conversation: conversationView(), asks_consent: ["memory"] });
  socket.answer("set_consent", () => ({ ok: true, data: { consent: { memory: true } } }));
  fireEvent.click(await view.findByText(later.askMemoryYes));
  expect(socket.payloads("set_consent")).toEqual([{ purpose: "memory", granted: true }]);
  await vi.waitFor(() => expect(view.queryByText(later.askMemory)).toBeNull());
});

test("forgetting everything asks once more", async () => {
  const view = chat();
  fireEvent.click(await view.findByLabelText(en.memory));
  fireEvent.click(await view.findByText(memory.memoryForgetAll));
  expect(await view.findByText(memory.memoryForgetAllSure)).toBeTruthy();
  expect(socket.payloads("forget_me")).toEqual([]);
  fireEvent.click(view.getByText(memory.memoryForgetAllDo));
  expect(socket.payloads("forget_me")).toHaveLength(1);
});

test("opening moves the focus to writing, Escape brings it back to the button", async () => {
  const view = chat();
  const box = await view.findByLabelText(en.write);
  expect(focused()).toBe(box);
  fireEvent.keyDown(box, { key: "Escape" });
  const button = await view.findByLabelText(en.openChat);
  expect(focused()).toBe(button);
  expect(button.getAttribute("aria-expanded")).toBe("false");
  expect(localStorage.getItem("samtal:demo:open")).toBe("0");
});

test("what comes while it is closed is counted on the button, and read once it is open", async () => {
  const view = chat({ conversation: conversationView() }, false);
  say(messageView(1, "agent"));
  const button = await view.findByLabelText(en.openChatUnread(1));
  expect(socket.payloads("mark_read")).toEqual([]);
  fireEvent.click(button);
  await view.findByLabelText(en.write);
  expect(socket.payloads("mark_read")).toEqual([{ conversation_id: "c1", seq: 1 }]);
});

test("a draft is still there after the page was left", async () => {
  const first = chat();
  fireEvent.input(await first.findByLabelText(en.write), { target: { value: "half a thought" } });
  cleanup();
  const second = chat();
  expect(((await second.findByLabelText(en.write)) as HTMLTextAreaElement).value).toBe("half a thought");
});
