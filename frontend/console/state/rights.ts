/** What the signed-in agent may do with a conversation now, and why not. */

import type { ConversationView } from "../../wire/events.gen";
import type { AccountView } from "../../wire/rest.gen";

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

export type Deed =
  | "accept"
  | "reply"
  | "give"
  | "takeover"
  | "transfer"
  | "requeue"
  | "return"
  | "resolve"
  | "snooze"
  | "reopen";

const ALLOWED: Readonly<Record<Standing, readonly Deed[]>> = {
  mine: ["reply", "give", "transfer", "requeue", "return", "resolve", "snooze"],
  waiting: ["accept", "transfer", "return", "resolve"],
  bot: ["accept", "transfer", "resolve"],
  colleague: ["transfer"],
  resolved: ["reopen"],
};

/** What this account may do; a supervisor may also take what a colleague answers. */
export function allowed(
  conversation: ConversationView,
  account: Pick<AccountView, "id" | "role"> | null,
): ReadonlySet<Deed> {
  const standing = standingOf(conversation, account?.id ?? "");
  const deeds = new Set(ALLOWED[standing]);
  if (conversation.status === "snoozed") {
    deeds.delete("snooze");
    deeds.add("reopen");
  }
  // To accept what was given to oneself says that one has seen it.
  if (standing === "mine" && conversation.routed) deeds.add("accept");
  if (standing === "colleague") {
    if (account?.role === "admin") deeds.add("takeover");
    else deeds.delete("transfer");
  }
  return deeds;
}
