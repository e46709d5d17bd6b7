/** What the signed-in agent may do with a conversation now, and why not. */

import type { ConversationView } from "../../wire/events.gen";

export type Standing = "mine" | "waiting" | "bot" | "colleague" | "resolved";

export function standingOf(conversation: ConversationView, me: string): Standing {
  if (conversation.status === "resolved") return "resolved";
  switch (conversation.owner.kind) {
    case "agent":
      return conversation.owner.agent_id === me ? "mine" : "colleague";
    case "queue":
      return "waiting";
    default:
      return "bot";
  }
}

export type Deed = "accept" | "reply" | "transfer" | "requeue" | "return" | "resolve" | "snooze" | "reopen";

const ALLOWED: Readonly<Record<Standing, readonly Deed[]>> = {
  mine: ["reply", "transfer", "requeue", "return", "resolve", "snooze"],
  waiting: ["accept", "transfer", "return", "resolve"],
  bot: ["accept", "transfer", "resolve"],
  colleague: ["transfer"],
  resolved: ["reopen"],
};

export function allowed(conversation: ConversationView, me: string): ReadonlySet<Deed> {
  const deeds = new Set(ALLOWED[standingOf(conversation, me)]);
  if (conversation.status === "snoozed") {
    deeds.delete("snooze");
    deeds.add("reopen");
  }
  return deeds;
}
