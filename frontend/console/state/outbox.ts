import type { Change, Pending } from "./model";

type Outbox = readonly Pending[];

export function outboxAfter(state: Outbox, change: Change): Outbox {
  switch (change.type) {
    case "written":
      return [...state, change.pending];
    case "sent":
    case "withdrawn":
      return without(state, change.client_id);
    case "message_created":
      return change.message.author.kind === "agent" ? without(state, change.message.client_id) : state;
    case "resumed": {
      const arrived = new Set(change.messages.map((message) => message.client_id));
      return state.some((pending) => arrived.has(pending.clientId))
        ? state.filter((pending) => !arrived.has(pending.clientId))
        : state;
    }
    case "refused":
      return changed(state, change.client_id, (pending) => ({ ...pending, refusal: change.refusal }));
    case "sending_again":
      return changed(state, change.client_id, ({ refusal: _past, ...pending }) => ({
        ...pending,
        epoch: change.epoch,
      }));
    default:
      return state;
  }
}

function without(state: Outbox, clientId: string): Outbox {
  return state.some((pending) => pending.clientId === clientId)
    ? state.filter((pending) => pending.clientId !== clientId)
    : state;
}

function changed(state: Outbox, clientId: string, change: (pending: Pending) => Pending): Outbox {
  return state.map((pending) => (pending.clientId === clientId ? change(pending) : pending));
}
