import { QueryClient, QueryClientProvider } from "@tanstack/preact-query";
import { render } from "@testing-library/preact";
import type { ComponentChildren } from "preact";
import { SocketAgentClient } from "../../client/agent_client";
import { Rest } from "../../client/rest";
import { MemorySocket } from "../../client/testing/memory_socket";
import type { ConversationView } from "../../wire/events.gen";
import { type Desk, DeskContext } from "../desk";
import { Actions } from "../state/actions";
import { ChatFiles } from "../state/chat_files";
import { Live } from "../state/live";
import { Sender } from "../state/sender";
import { createStore } from "../state/store";

export const ANNA = { id: "a1", email: "anna@hraun.is", name: "Anna", role: "agent" } as const;
export const ANNAS = { kind: "agent", agent_id: "a1", name: "Anna", epoch: 3 } as const;

/** A signed-in agent at a desk whose hub is the test: sockets in memory, REST from a table of answers. */
export function deskOf(
  conversations: readonly ConversationView[],
  answers: Readonly<Record<string, unknown>> = {},
) {
  const socket = new MemorySocket();
  const client = new SocketAgentClient(socket);
  const store = createStore();
  let count = 0;
  const newId = () => {
    count += 1;
    return `client-${count}`;
  };
  const rest = new Rest({ fetch: async (address) => answerTo(String(address), answers) });
  const desk: Desk = {
    store,
    rest,
    files: new ChatFiles(store, rest),
    live: new Live(store, client),
    sender: new Sender(store, client, newId),
    actions: new Actions(store, client, newId),
  };
  socket.answer("subscribe", () => ({ ok: true, data: { conversations } }));
  store.dispatch({ type: "signed_in", account: ANNA });
  desk.live.start();
  desk.sender.start();
  socket.comeUp();
  client.ready();
  for (const conversation of conversations) store.dispatch({ type: "conversation_updated", conversation });
  return { socket, store, desk };
}

export function renderAt(desk: Desk, view: ComponentChildren) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={queries}>
      <DeskContext.Provider value={desk}>{view}</DeskContext.Provider>
    </QueryClientProvider>,
  );
}

function answerTo(address: string, answers: Readonly<Record<string, unknown>>): Response {
  const path = address.replace(/^\/api\/v1\//, "").replace(/\?.*/, "");
  if (path in answers) return Response.json(answers[path]);
  return Response.json({ code: "not_found", title: "Nothing here" }, { status: 404 });
}
