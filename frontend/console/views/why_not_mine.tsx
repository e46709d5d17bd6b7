import type { ConversationView } from "../../wire/events.gen";
import { useDesk } from "../desk";
import type { Standing } from "../state/rights";
import { t } from "../texts";

interface Props {
  id: string;
  conversation: ConversationView;
  standing: Standing;
}

/** Why one cannot reply here now, and what would change that. */
export function WhyNotMine({ id, conversation, standing }: Props) {
  const { actions } = useDesk();
  return (
    <div class="strip why-not" id={id}>
      <span>{t.whyNotReply(standing, conversation.owner.name || t.colleague)}</span>
      {(standing === "waiting" || standing === "bot") && (
        <button
          type="button"
          class="button button-small button-primary"
          onClick={() => void actions.accept(conversation.id)}
        >
          {t.accept}
        </button>
      )}
      {standing === "resolved" && (
        <button
          type="button"
          class="button button-small"
          onClick={() => void actions.reopen(conversation.id)}
        >
          {t.reopen}
        </button>
      )}
    </div>
  );
}
