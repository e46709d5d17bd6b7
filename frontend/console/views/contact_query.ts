import { useQuery, useQueryClient } from "@tanstack/preact-query";
import { useEffect } from "preact/hooks";
import type { ContactDetail } from "../../wire/rest.gen";
import { useDesk } from "../desk";

/** The contact of the open chat with everything remembered; fetched again when facts change. */
export function useContact(contactId: string | undefined) {
  const { rest, store } = useDesk();
  const queries = useQueryClient();

  useEffect(
    () =>
      store.listen((change) => {
        const isTold = change.type === "facts_changed" || change.type === "assigned";
        const ended = change.type === "message_created" && change.message.kind === "activity";
        if (isTold || ended) void queries.invalidateQueries({ queryKey: ["contact"] });
      }),
    [store, queries],
  );

  return useQuery({
    queryKey: ["contact", contactId],
    queryFn: ({ signal }) => rest.get<ContactDetail>(`contacts/${contactId}`, {}, signal),
    enabled: contactId !== undefined,
  });
}
