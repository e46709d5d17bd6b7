import type { AuthorView, ConversationView, MessageView, Welcome } from "../../wire/events.gen";

const AT = "2026-11-21T12:00:00.000Z";

/** A conversation as the hub would show it to its visitor. */
export function conversationView(change: Partial<ConversationView> = {}): ConversationView {
  return {
    id: "c1",
    inbox: "demo",
    status: "open",
    owner: { kind: "bot", name: "Embla", epoch: 1 },
    last_seq: 0,
    contact: { id: "p1" },
    locale: "en",
    tags: [],
    opened_at: AT,
    updated_at: AT,
    ...change,
  };
}

/** A message whose forerunner is the one just before it, if nothing else is said. */
export function messageView(
  seq: number,
  kind: AuthorView["kind"] = "bot",
  change: Partial<MessageView> = {},
): MessageView {
  return {
    id: `m${seq}`,
    conversation_id: "c1",
    seq,
    prev_seq: seq - 1,
    client_id: `client-${seq}`,
    author: { kind, name: kind === "bot" ? "Embla" : null },
    kind: "message",
    content: { type: "text", text: `line ${seq}` },
    created_at: AT,
    ...change,
  };
}

export function welcomeView(change: Partial<Welcome> = {}): Welcome {
  return {
    token: "visitor-token",
    inbox: {
      key: "demo",
      name: "Hraun",
      locale: "en",
      accent: "#1c5f52",
      bot_name: "Embla",
      bot_ready: true,
      agents_online: true,
    },
    contact: { id: "p1" },
    conversation: null,
    messages: [],
    greeting: {
      text: "Good day! What can I do for you?",
      choices: [{ label: "My order", payload: "Where is my order?" }],
    },
    consent: { memory: true },
    ...change,
  };
}
