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
        if (change.type === "facts_changed") {
          const queryKey = change.contact_id ? ["contact", change.contact_id] : ["contact"];
          void queries.invalidateQueries({ queryKey });
        } else if (change.type === "message_created" && change.message.kind === "activity") {
          // Owners and endings show among the contact's dialogues.
          void queries.invalidateQueries({ queryKey: ["contact"] });
        }
      }),
    [store, queries],
  );

  const found = useQuery({
    queryKey: ["contact", contactId],
    queryFn: ({ signal }) => rest.get<ContactDetail>(`contacts/${contactId}`, {}, signal),
    enabled: contactId !== undefined,
  });

  const contact = found.data?.contact;
  useEffect(() => {
    if (contact) store.dispatch({ type: "contact_known", contact });
  }, [store, contact]);

  return found;
}
