import type { ConversationView } from "../../wire/rest.gen";
import { useMe } from "../desk";
import { byNewest } from "../state/lists";
import { t } from "../texts";
import { OwnerMark } from "./owner_mark";
import { ShortTime } from "./time";

interface Props {
  conversations: readonly ConversationView[];
  onOpen: (conversation: ConversationView) => void;
}

export function EarlierList({ conversations, onOpen }: Props) {
  const me = useMe();
  return (
    <section class="panel-part" aria-labelledby="earlier-title">
      <h3 id="earlier-title">{t.earlier}</h3>
      {conversations.length === 0 && <p class="soft">{t.noEarlier}</p>}
      <ul class="earlier">
        {conversations.toSorted(byNewest).map((conversation) => (
          <li key={conversation.id}>
            <button type="button" class="earlier-row" onClick={() => onOpen(conversation)}>
              <span class="row-head">
                <OwnerMark conversation={conversation} me={me} />
                <span class="row-time">
                  <ShortTime at={conversation.updated_at} />
                </span>
              </span>
              <span class="row-text" dir="auto">
                {conversation.last_text || t.noWordsYet}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
