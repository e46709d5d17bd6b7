import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Rest } from "../client/rest";
import type { Actions } from "./state/actions";
import type { ChatFiles } from "./state/chat_files";
import type { Live } from "./state/live";
import type { State } from "./state/model";
import type { Sender } from "./state/sender";
import { type Store, useSelected } from "./state/store";

/** What every view of a signed-in agent works with. */
export interface Desk {
  readonly store: Store;
  readonly live: Live;
  readonly sender: Sender;
  readonly actions: Actions;
  readonly rest: Rest;
  readonly files: ChatFiles;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("there is no desk around this view");
  return desk;
}

export function useDeskState<T>(select: (state: State) => T): T {
  return useSelected(useDesk().store, select);
}

export function useMe(): string {
  return useDeskState((state) => state.account?.id ?? "");
}

/** The account that is signed in, for what it may do. */
export function useAccount(): State["account"] {
  return useDeskState((state) => state.account);
}
