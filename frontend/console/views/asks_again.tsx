import type { ConversationView } from "../../wire/events.gen";
import { askedAgain } from "../state/asks_again";
import { t } from "../texts";
import { useCard } from "./card_query";
import { answerOf } from "./handoff_parts";

/** A quiet word while one writes a question that is answered already; nothing is held back. */
export function AsksAgain({ conversation, draft }: { conversation: ConversationView; draft: string }) {
  const card = useCard(conversation.id, conversation.contact.id);
  const known = askedAgain(draft, card.data?.known ?? []);
  return (
    <p class={known ? "asks-again" : "sr-only"} role="status">
      {known && t.asksAgain(answerOf(known))}
    </p>
  );
}
