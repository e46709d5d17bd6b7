import { wishAvailability, wishedAvailability } from "./availability_wish";
import type { Change, State } from "./model";

/** A chat of mine that the hub put back into the queue, because I did not answer in time. */
export function takenBack(change: Change, before: State, now: State): string | undefined {
  if (change.type !== "conversation_updated" && change.type !== "queue_changed") return undefined;
  const me = now.account?.id;
  return Object.values(before.conversations.byId).find((known) => {
    const row = now.conversations.byId[known.id];
    const isBack = row?.owner.kind === "queue" && row.handoff_reason === "not_answered";
    return isBack && known.owner.agent_id === me;
  })?.id;
}

/** Whether the hub set me to away: I had said online, in this browser too. It is the wish from now on. */
export function wasSetAway(change: Change, before: State): boolean {
  if (change.type !== "presence_changed" || change.state !== "away") return false;
  const isMine = change.agent_id === before.account?.id;
  if (!isMine || before.account?.availability !== "online" || wishedAvailability() !== "online") return false;
  wishAvailability("away");
  return true;
}
