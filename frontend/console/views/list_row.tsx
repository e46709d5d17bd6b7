import { Link } from "wouter-preact";
import type { ConversationView } from "../../wire/events.gen";
import { useMe } from "../desk";
import type { ListName } from "../state/model";
import { pathToConversation } from "../state/place";
import { t } from "../texts";
import { dayAndTime, nameOf } from "../words";
import { ShortClock } from "./answer_clock";
import { OwnerMark } from "./owner_mark";
import { ShortTime, Waiting } from "./time";

interface Props {
  conversation: ConversationView;
  list: ListName;
  isOpen: boolean;
  snippet?: string | undefined;
}

export function ListRow({ conversation, list, isOpen, snippet }: Props) {
  const me = useMe();
  const { id, unread, owner, status, queued_at, queue, handoff_reason, last_text } = conversation;
  const waits = owner.kind === "queue" && status === "open";
  const { answer_by, routed, team, snoozed_until, offline } = conversation;
  const unreadCount = unread ?? 0;
  return (
    <li class="row-item">
      <Link
        href={pathToConversation(id)}
        class="row"
        data-row={id}
        aria-current={isOpen ? "true" : undefined}
      >
        <span class="row-head">
          {waits && list === "waiting" && queue && (
            <span class="row-place" title={t.placeInLine(queue.position)}>
              <span class="sr-only">{t.placeInLine(queue.position)}</span>
              <span aria-hidden="true">{queue.position}</span>
            </span>
          )}
          <bdi class={unreadCount > 0 ? "row-name row-name-unread" : "row-name"}>{nameOf(conversation)}</bdi>
          <span class="row-time">
            {waits && queued_at ? <Waiting since={queued_at} /> : <ShortTime at={conversation.updated_at} />}
          </span>
        </span>
        <span class="row-line">
          <span class={snippet ? "row-text row-snippet" : "row-text"} dir="auto">
            {snippet ? <Snippet text={snippet} /> : last_text || t.noWordsYet}
          </span>
          {unreadCount > 0 && (
            <span class="badge">
              <span aria-hidden="true">{unreadCount}</span>
              <span class="sr-only">{t.unreadCount(unreadCount)}</span>
            </span>
          )}
        </span>
        <span class="row-foot">
          <OwnerMark conversation={conversation} me={me} />
          {answer_by && owner.agent_id === me && <ShortClock until={answer_by} routed={routed ?? false} />}
          {waits && team && (
            <span class="row-reason">
              <bdi>{t.forTeam(team.name)}</bdi>
            </span>
          )}
          {snoozed_until && (
            <span class="row-reason">{t.snoozedUntil(dayAndTime(snoozed_until, Date.now()))}</span>
          )}
          {offline && status === "open" && <span class="row-reason">{t.leftMark}</span>}
          {waits && handoff_reason && <span class="row-reason">{t.reason(handoff_reason)}</span>}
          {conversation.tags.map((tag) => (
            <span key={tag} class="tag">
              <bdi>{tag}</bdi>
            </span>
          ))}
        </span>
      </Link>
    </li>
  );
}

/** The hub marks hits with `[` and `]`. */
function Snippet({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/(\[[^\]]*\])/)
        .map((part, place) =>
          part.startsWith("[") && part.endsWith("]") ? <mark key={place}>{part.slice(1, -1)}</mark> : part,
        )}
    </>
  );
}
