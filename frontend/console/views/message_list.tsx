import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ConversationView, FactView } from "../../wire/events.gen";
import { useDesk, useDeskState } from "../desk";
import { useNow } from "../now";
import { NO_DIALOGUE } from "../state/dialogues";
import type { Pending } from "../state/model";
import { lastReadByVisitor, threadOf } from "../state/thread";
import { t } from "../texts";
import { dayName, isSameDay, nameOf } from "../words";
import { Message } from "./message";
import { PendingMessage } from "./pending_message";
import { Failed, Skeleton } from "./states";
import { TypingLine } from "./typing_line";

/** `n` tells one search for the same message from the next. */
export interface Found {
  readonly id: string;
  readonly n: number;
}

interface Props {
  conversation: ConversationView;
  facts: readonly FactView[];
  /** A message to be brought into view, such as the source of a fact. */
  found: Found | undefined;
  onTakeBack: (pending: Pending) => void;
}

const NEAR_END_PX = 80;

export function MessageList({ conversation, facts, found, onTakeBack }: Props) {
  const { live } = useDesk();
  const { id } = conversation;
  const dialogue = useDeskState((state) => state.dialogues[id] ?? NO_DIALOGUE);
  const pending = useDeskState((state) => state.outbox.filter((one) => one.conversationId === id));
  const box = useRef<HTMLElement>(null);
  const newest = dialogue.messages.at(-1)?.seq ?? 0;
  const { hasMoreBelow, onScroll, toEnd } = useStickyEnd(box, `${newest} ${pending.length}`);
  useReading(id, newest, hasMoreBelow);
  useFound(box, found, dialogue.loading);

  const entries = useMemo(
    () => threadOf(dialogue.messages, (one, other) => isSameDay(one, Date.parse(other))),
    [dialogue.messages],
  );
  const readId = lastReadByVisitor(dialogue.messages, conversation.read_by_visitor ?? 0);
  const contactName = nameOf(conversation);

  if (dialogue.messages.length === 0 && dialogue.loading === "failed") {
    return (
      <Failed what={t.dialogueFailed} why={dialogue.refusal?.message} onRetry={() => void live.open(id)} />
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section class="messages" ref={box} onScroll={onScroll} tabIndex={0} aria-label={t.messages}>
      {dialogue.messages.length === 0 && dialogue.loading !== "ready" && (
        <Skeleton lines={5} label={t.loading} />
      )}
      <ol class="thread">
        {entries.map((entry) =>
          entry.type === "day" ? (
            <Day key={entry.key} at={entry.at} />
          ) : (
            <Message
              key={entry.key}
              message={entry.message}
              isFirst={entry.isFirst}
              contactName={contactName}
              facts={facts}
              isReadHere={entry.message.id === readId}
              isFound={entry.message.id === found?.id}
            />
          ),
        )}
        {pending.map((one) => (
          <PendingMessage key={one.clientId} pending={one} onTakeBack={onTakeBack} />
        ))}
      </ol>
      <TypingLine conversation={conversation} />
      {hasMoreBelow && (
        <button type="button" class="button to-end" onClick={toEnd}>
          {t.toNewest}
        </button>
      )}
    </section>
  );
}

function Day({ at }: { at: string }) {
  const now = useNow(60_000);
  return (
    <li class="day">
      <span>{dayName(at, now)}</span>
    </li>
  );
}

/** Stays at the newest message unless the reader has scrolled up. */
function useStickyEnd(box: { current: HTMLElement | null }, content: string) {
  const isAtEnd = useRef(true);
  const [hasMoreBelow, setMoreBelow] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `content` is what may push the end away
  useLayoutEffect(() => {
    if (isAtEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight;
    else setMoreBelow(true);
  }, [content, box]);

  function onScroll() {
    if (!box.current) return;
    const { scrollHeight, scrollTop, clientHeight } = box.current;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    setMoreBelow(!isAtEnd.current);
  }

  function toEnd() {
    isAtEnd.current = true;
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }

  return { hasMoreBelow, onScroll, toEnd };
}

/** Marks the chat read while its newest message is really before the agent's eyes. */
function useReading(id: string, newest: number, hasMoreBelow: boolean) {
  const { live } = useDesk();
  const unread = useDeskState((state) => state.conversations.byId[id]?.unread ?? 0);
  const owner = useDeskState((state) => state.conversations.byId[id]?.owner.epoch);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message, count or owner asks again
  useEffect(() => {
    const read = () => {
      if (!document.hidden && newest > 0 && !hasMoreBelow) void live.markRead(id);
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [live, id, newest, unread, owner, hasMoreBelow]);
}

function useFound(box: { current: HTMLElement | null }, found: Found | undefined, loading: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it can be found only when it has been loaded
  useEffect(() => {
    if (!found) return;
    const message = box.current?.querySelector(`[data-message="${CSS.escape(found.id)}"]`);
    message?.scrollIntoView({ block: "center" });
  }, [box, found, loading]);
}
