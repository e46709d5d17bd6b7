import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SocketAgentClient } from "../client/agent_client";
import { MemorySocket } from "../client/testing/memory_socket";
import { App } from "./app";
import { ANNA } from "./testing/desk";

let socket: MemorySocket;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, "", "/");
  socket = new MemorySocket();
  socket.answer("subscribe", () => ({ ok: true, data: { conversations: [] } }));
  socket.answer("set_availability", ({ state }) => ({
    ok: true,
    data: { agent_id: ANNA.id, name: ANNA.name, state },
  }));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The hub's answers to `session`, by method; anything else is an empty page. */
function hubAnswers(session: Record<string, () => Response>): void {
  const answer = async (address: string, { method = "GET" }: RequestInit = {}) =>
    address.endsWith("/session")
      ? (session[method]?.() ?? Response.json({}, { status: 404 }))
      : Response.json({ items: [], next: null });
  vi.stubGlobal("fetch", answer);
}

function open(): void {
  render(<App newClient={() => new SocketAgentClient(socket)} />);
}

/** The desk is there and has asked for its line. */
async function atTheDesk(): Promise<void> {
  await screen.findByRole("heading", { name: "Mine" });
  await vi.waitFor(() => expect(socket.wanted).toBe(1));
}

const refused = () => Response.json({ code: "not_allowed", title: "no" }, { status: 401 });
const anna = () => Response.json({ account: ANNA });

test("a good session goes straight to the desk", async () => {
  hubAnswers({ GET: anna });
  open();
  expect(await screen.findByRole("heading", { name: "Mine" })).toBeTruthy();
  expect(screen.getByText("Anna")).toBeTruthy();
});

test("whoever signs in is online", async () => {
  hubAnswers({ GET: refused, POST: () => Response.json({ token: "t", account: ANNA }) });
  open();
  const button = await screen.findByRole("button", { name: "Sign in" });
  fireEvent.submit(button.closest("form") ?? button);
  await atTheDesk();
  socket.comeUp();
  await vi.waitFor(() => expect(socket.payloads("set_availability")).toEqual([{ state: "online" }]));
});

test("a session the hub refuses later leads back to the form and says why", async () => {
  hubAnswers({ GET: anna });
  open();
  await atTheDesk();
  hubAnswers({ GET: refused });
  socket.deliver("connect_error", Object.assign(new Error("no"), { data: { code: "not_allowed" } }));
  expect(await screen.findByText(/Your session has ended/)).toBeTruthy();
});

test("an account that may not answer is told so and shown the way", async () => {
  hubAnswers({ GET: () => Response.json({ account: { ...ANNA, role: "marketer" } }) });
  open();
  const way = await screen.findByRole<HTMLAnchorElement>("link", { name: /marketing/ });
  expect(way.getAttribute("href")).toBe("/marketing");
});

test("a hub that cannot be reached is not taken for a sign-out", async () => {
  hubAnswers({ GET: () => Response.json({ code: "unavailable", detail: "Back soon." }, { status: 503 }) });
  open();
  expect(await screen.findByRole("button", { name: "Try again" })).toBeTruthy();
  hubAnswers({ GET: anna });
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { name: "Mine" })).toBeTruthy();
});

test("signing out says offline, ends the session and leaves no draft behind", async () => {
  const ended = vi.fn(() => new Response(null, { status: 204 }));
  hubAnswers({ GET: anna, DELETE: ended });
  open();
  await atTheDesk();
  socket.comeUp();
  localStorage.setItem("samtal.console.draft.c1.message", "half a sentence");
  fireEvent.click(screen.getByRole("button", { name: "Sign out" }));
  expect(await screen.findByText("You are signed out.")).toBeTruthy();
  expect(ended).toHaveBeenCalledOnce();
  expect(socket.payloads("set_availability").at(-1)).toEqual({ state: "offline" });
  expect(localStorage.getItem("samtal.console.draft.c1.message")).toBeNull();
});
