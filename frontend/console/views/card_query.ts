import { useQuery, useQueryClient } from "@tanstack/preact-query";
import { useEffect } from "preact/hooks";
import type { HandoffCardView } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import type { Change } from "../state/model";

/** Several changes come together: an owner, an activity, a fact. */
const SETTLES_MS = 300;

/** The handoff card of a chat, made anew by the hub when something it tells of has changed. */
export function useCard(conversationId: string, contactId: string) {
  const { rest, store } = useDesk();
  const queries = useQueryClient();

  useEffect(() => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    const stop = store.listen((change) => {
      if (!concerns(change, conversationId, contactId)) return;
      clearTimeout(settling);
      settling = setTimeout(
        () => void queries.invalidateQueries({ queryKey: ["card", conversationId] }),
        SETTLES_MS,
      );
    });
    return () => {
      stop();
      clearTimeout(settling);
    };
  }, [store, queries, conversationId, contactId]);

  return useQuery({
    queryKey: ["card", conversationId],
    queryFn: ({ signal }) => rest.get<HandoffCardView>(`conversations/${conversationId}/card`, {}, signal),
  });
}

function concerns(change: Change, conversationId: string, contactId: string): boolean {
  switch (change.type) {
    case "message_created":
      return change.message.conversation_id === conversationId;
    case "conversation_updated":
    case "assigned":
      return change.conversation.id === conversationId;
    case "facts_changed":
      return change.contact_id === null || change.contact_id === contactId;
    default:
      return false;
  }
}
