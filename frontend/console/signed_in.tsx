import { QueryClient, QueryClientProvider } from "@tanstack/preact-query";
import { useEffect, useMemo } from "preact/hooks";
import { SamtalError } from "../client/ack";
import type { AgentClient } from "../client/agent_client";
import { newClientId } from "../client/client_id";
import { stayOnDrop } from "../client/given_files";
import type { Rest } from "../client/rest";
import type { AccountView } from "../wire/rest.gen";
import { type Desk, DeskContext } from "./desk";
import { Frame } from "./frame";
import { Actions } from "./state/actions";
import { wishedAvailability } from "./state/availability_wish";
import { ChatFiles } from "./state/chat_files";
import { keepOutbox } from "./state/kept_outbox";
import { Live } from "./state/live";
import { takenBack, wasSetAway } from "./state/passed_over";
import { Sender } from "./state/sender";
import { createStore } from "./state/store";
import { t } from "./texts";
import { nameOf } from "./words";

interface Props {
  account: AccountView;
  rest: Rest;
  newClient: () => AgentClient;
  onSignOut: () => void;
  /** The hub does not take this session any more. */
  onRefused: () => void;
}

const TRIES = 2;

/** Everything a signed-in agent works with, for as long as they are signed in. */
export function SignedIn({ account, rest, newClient, onSignOut, onRefused }: Props) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one desk for one sign-in
  const desk = useMemo(() => setUp(account, rest, newClient()), [account.id]);
  const queries = useMemo(newQueries, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it starts once and stops when the agent leaves
  useEffect(() => {
    const stopKeeping = keepOutbox(desk.store);
    const stopSending = desk.sender.start();
    const stopStaying = stayOnDrop();
    const stopWatching = desk.store.listen((change, before, now) => {
      const lost = takenBack(change, before, now);
      const row = lost ? now.conversations.byId[lost] : undefined;
      if (row) desk.actions.say(t.givenBack(nameOf(row)), "danger");
      if (wasSetAway(change, before)) desk.actions.say(t.setAway, "danger");
      if (change.type !== "connection_changed") return;
      if (change.connection === "refused") onRefused();
      const wish = wishedAvailability() ?? now.account?.availability;
      if (change.connection === "connected" && wish) void desk.actions.setAvailability(wish);
    });
    desk.live.start();
    return () => {
      desk.live.stop();
      stopWatching();
      stopSending();
      stopStaying();
      desk.files.stop();
      stopKeeping();
    };
  }, [desk]);

  return (
    <QueryClientProvider client={queries}>
      <DeskContext.Provider value={desk}>
        <Frame onSignOut={onSignOut} />
      </DeskContext.Provider>
    </QueryClientProvider>
  );
}

function setUp(account: AccountView, rest: Rest, client: AgentClient): Desk {
  const store = createStore();
  store.dispatch({ type: "signed_in", account });
  return {
    store,
    rest,
    live: new Live(store, client),
    sender: new Sender(store, client, newClientId),
    actions: new Actions(store, client, newClientId),
    files: new ChatFiles(store, rest),
  };
}

function newQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < TRIES && error instanceof SamtalError && error.passing,
      },
    },
  });
}
