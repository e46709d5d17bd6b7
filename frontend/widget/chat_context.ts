import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { VisitorClient } from "../client/visitor_client";
import type { VisitorState } from "../client/visitor_state";

/** What every part of the open chat works with. */
export interface Chat {
  readonly client: VisitorClient;
  readonly state: VisitorState;
  /** Where the hub's files lie; pictures and pages given as paths are there. */
  readonly base: string;
  readonly root: ShadowRoot;
}

const ChatContext = createContext<Chat | null>(null);
export const ChatProvider = ChatContext.Provider;

export function useChat(): Chat {
  const chat = useContext(ChatContext);
  if (!chat) throw new Error("Outside of the chat.");
  return chat;
}
