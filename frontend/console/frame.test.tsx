import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { conversationView, messageView } from "../client/testing/views";
import { Frame } from "./frame";
import { ANNAS, deskOf, renderAt } from "./testing/desk";

const queued = (id: string, name: string) =>
  conversationView({ id, owner: { kind: "queue", epoch: 2 }, contact: { id: `p-${id}`, name } });
const mine = conversationView({ id: "mine", owner: ANNAS, contact: { id: "p-mine", name: "Sigga" } });

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, "", "/waiting");
});
afterEach(cleanup);

function open(path = "/waiting") {
  history.replaceState(null, "", path);
  const made = deskOf([queued("c1", "Jón"), queued("c2", "Guðrún"), mine]);
  made.socket.answer("resume", ({ conversation_id }) => {
    const conversation = made.store.get().conversations.byId[String(conversation_id)];
    const message = messageView(1, "visitor", { conversation_id: String(conversation_id) });
    return { ok: true, data: { conversation, messages: [message], more: false } };
  });
  made.socket.answer("accept", ({ conversation_id }) => ({
    ok: true,
    data: { conversation: { ...queued(String(conversation_id), "Jón"), owner: ANNAS } },
  }));
  renderAt(made.desk, <Frame onSignOut={() => {}} />);
  return made;
}

function press(key: string): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

const focusedRow = () => document.activeElement?.getAttribute("data-row");

test("j and k move along the list and stop at its ends", async () => {
  open();
  await screen.findByText("Guðrún");
  press("j");
  expect(focusedRow()).toBe("c1");
  press("j");
  expect(focusedRow()).toBe("c2");
  press("j");
  expect(focusedRow()).toBe("c2");
  press("k");
  expect(focusedRow()).toBe("c1");
});

test("a row's address opens its chat", async () => {
  open();
  fireEvent.click(await screen.findByText("Guðrún"));
  expect(location.pathname).toBe("/c/c2");
  expect(await screen.findByRole("heading", { name: "Guðrún", level: 2 })).toBeTruthy();
});

test("a accepts who has waited longest and opens the chat", async () => {
  const { socket } = open("/");
  await screen.findByRole("button", { name: /^Accept the next one/ });
  press("a");
  await vi.waitFor(() => expect(socket.payloads("accept")).toEqual([{ conversation_id: "c1" }]));
  await vi.waitFor(() => expect(location.pathname).toBe("/c/c1"));
});

test("a letter opens its dialog in one's own chat", async () => {
  open("/c/mine");
  await screen.findByText("line 1");
  press("e");
  expect(await screen.findByRole("heading", { name: "Resolve Sigga" })).toBeTruthy();
});

test("a letter that is not allowed here says so instead", async () => {
  open("/c/c1");
  await screen.findByText("line 1");
  fireEvent.click(screen.getAllByRole("button", { name: "Accept" })[0] ?? document.body);
  await screen.findByLabelText("Reply to the visitor");
  await vi.waitFor(() => expect(screen.queryByText("Accept to reply.")).toBeNull());
  press("a");
  expect(await screen.findByText("There is nothing to accept here.")).toBeTruthy();
});

test("r begins a reply at once", async () => {
  open("/c/mine");
  await screen.findByText("line 1");
  press("r");
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe("TEXTAREA"));
});

test("the title counts the work and new work is told to screen readers", async () => {
  const { store } = open("/");
  await vi.waitFor(() => expect(store.get().conversations.loading.queue).toBe("ready"));
  await vi.waitFor(() => expect(document.title).toBe("(2) Samtal console"));
  store.dispatch({ type: "conversation_updated", conversation: queued("c3", "Pétur") });
  expect(await screen.findByText("Pétur waits for a person")).toBeTruthy();
  await vi.waitFor(() => expect(document.title).toBe("(3) Samtal console"));
});
