/** Who is signed in, and the hub they ask. */

import { QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { SamtalError } from "../client/ack";
import { Rest } from "../client/rest";
import type { AccountView } from "../wire/rest.gen";
import { Hub } from "./hub";

const SESSION = ["session"];
const RETRIES = 2;
const FRESH_MS = 30_000;

const HubContext = createContext<Hub | null>(null);
export const HubProvider = HubContext.Provider;

export function useHub(): Hub {
  const hub = useContext(HubContext);
  if (hub === null) throw new Error("useHub outside of HubProvider");
  return hub;
}

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) =>
          failures < RETRIES &&
          error instanceof SamtalError &&
          error.passing &&
          error.code !== "rate_limited",
      },
    },
  });
}

/** A session that ends while the page is open leads back to the sign-in form, on the same address. */
export function createHub(queries: QueryClient): Hub {
  return new Hub(new Rest({ onSignedOut: () => queries.setQueryData(SESSION, null) }));
}

/** `null` is nobody. */
export function useSession() {
  const hub = useHub();
  return useQuery<AccountView | null>({
    queryKey: SESSION,
    queryFn: () => accountOrNobody(hub),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSignIn() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => hub.signIn(email, password),
    onSuccess: (account) => queries.setQueryData(SESSION, account),
  });
}

/** What was fetched for one account must not be seen by the next. */
export function useSignOut() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => hub.signOut(),
    onSuccess: () => {
      queries.setQueryData(SESSION, null);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
    },
  });
}

export function mayReadMarketing(account: AccountView): boolean {
  return account.role === "marketer" || account.role === "admin";
}

async function accountOrNobody(hub: Hub): Promise<AccountView | null> {
  try {
    return await hub.session();
  } catch (error) {
    if (error instanceof SamtalError && error.code === "not_allowed") return null;
    throw error;
  }
}
