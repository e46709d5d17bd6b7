import { Mail } from "lucide-preact";
import type { ConversationView } from "../../wire/events.gen";
import { t } from "../texts";
import { useCard } from "./card_query";

/** Where a reply reaches somebody who has left. */
export function Reach({ conversation }: { conversation: ConversationView }) {
  const { id, offline, reply_to, contact, status } = conversation;
  const card = useCard(id, contact.id);
  if (!offline || status === "resolved") return null;
  const remembered = card.data?.facts.find(({ key }) => key === "email")?.value;
  const address = reply_to ?? contact.email ?? remembered;
  return (
    <p class="reach">
      <Mail size={14} aria-hidden="true" />
      <span>{address ? t.repliesByMail(address) : t.unreachable}</span>
    </p>
  );
}
