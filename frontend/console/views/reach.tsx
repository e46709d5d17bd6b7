import { Mail } from "lucide-preact";
import type { ConversationView } from "../../wire/events.gen";
import { t } from "../texts";

/** Where a reply reaches somebody who has left. */
export function Reach({ conversation }: { conversation: ConversationView }) {
  const { offline, reply_to, contact, status } = conversation;
  if (!offline || status === "resolved") return null;
  const address = reply_to ?? contact.email;
  return (
    <p class="reach">
      <Mail size={14} aria-hidden="true" />
      <span>{address ? t.repliesByMail(address) : t.unreachable}</span>
    </p>
  );
}
