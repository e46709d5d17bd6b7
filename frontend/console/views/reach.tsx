import { Mail, MailX } from "lucide-preact";
import type { ConversationView } from "../../wire/events.gen";
import { useInboxes } from "../settings/queries";
import { t } from "../texts";
import { useCard } from "./card_query";

/** Whether a reply reaches somebody who has left, or may leave, by e-mail too. */
export function Reach({ conversation }: { conversation: ConversationView }) {
  const { id, inbox, offline, reply_to, contact, status } = conversation;
  const card = useCard(id, contact.id);
  const mail = useInboxes().data?.items.find(({ key }) => key === inbox)?.mail;
  const remembered = card.data?.facts.find(({ key }) => key === "email")?.value;
  const address = reply_to ?? contact.email ?? remembered;
  if (status === "resolved" || mail === undefined || !(offline || address)) return null;
  if (!mail) {
    return (
      <p class={offline ? "reach reach-warning" : "reach"}>
        <MailX size={14} aria-hidden="true" />
        <span>{offline ? t.noMailLeft : t.unreadNotMailed}</span>
      </p>
    );
  }
  return (
    <p class="reach">
      <Mail size={14} aria-hidden="true" />
      <span>{address ? (offline ? t.repliesByMail : t.unreadByMail)(address) : t.unreachable}</span>
    </p>
  );
}
