import { conversationsAfter, NO_CONVERSATIONS } from "./conversations";
import { dialoguesAfter } from "./dialogues";
import type { Change, State } from "./model";
import { outboxAfter } from "./outbox";
import { typingAfter } from "./typing";

const MOST_NOTICES = 3;

export const INITIAL: State = {
  account: null,
  connection: "connecting",
  conversations: NO_CONVERSATIONS,
  dialogues: {},
  outbox: [],
  typing: {},
  previews: {},
  presence: {},
  notices: [],
};

/** The only way state changes; every part looks at every change. */
export function stateAfter(state: State, change: Change): State {
  if (change.type === "signed_out") return INITIAL;
  return {
    ...ownAfter(state, change),
    conversations: conversationsAfter(state.conversations, change, state.account?.id),
    dialogues: dialoguesAfter(state.dialogues, change),
    outbox: outboxAfter(state.outbox, change),
    ...typingAfter({ typing: state.typing, previews: state.previews }, change),
  };
}

function ownAfter(state: State, change: Change): State {
  switch (change.type) {
    case "signed_in":
      return { ...state, account: change.account };
    case "connection_changed":
      return { ...state, connection: change.connection };
    case "presence_changed": {
      const presence = { ...state.presence, [change.agent_id]: change.state };
      const isMine = state.account?.id === change.agent_id;
      const account =
        isMine && state.account ? { ...state.account, availability: change.state } : state.account;
      return { ...state, presence, account };
    }
    case "noticed":
      return { ...state, notices: [...state.notices, change.notice].slice(-MOST_NOTICES) };
    case "dismissed":
      return { ...state, notices: state.notices.filter((notice) => notice.id !== change.id) };
    default:
      return state;
  }
}
