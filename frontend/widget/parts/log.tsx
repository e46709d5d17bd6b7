import { Fragment } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { contentOf } from "../../client/content";
import { hasEarlier, whole } from "../../client/timeline";
import { isOpen } from "../../client/visitor_state";
import type { ChoiceView, MessageView } from "../../wire/events.gen";
import { useChat } from "../chat_context";
import { Choices } from "../contents/choices";
import { Words } from "../contents/words";
import { dayName, sameDay } from "../dates";
import { type Texts, useTexts } from "../texts";
import { DownIcon } from "./icons";
import { MessageLine } from "./message_line";
import { PendingLine } from "./pending_line";
import { Skeleton } from "./skeleton";
import { TypingLine } from "./typing_line";

const NEAR_THE_END = 80;

/** The dialogue: what was said, what is on its way, and who is typing. */
export function Log() {
  const texts = useTexts();
  const { client, state } = useChat();
  const scroller = useRef<HTMLDivElement>(null);
  const [newBelow, setNewBelow] = useState(false);
  const atEnd = useRef(true);
  const { conversation, timeline, outbox, typing } = state;
  const messages = [...state.earlier, ...whole(timeline)];
  const last = messages.at(-1);
  const answerable = outbox.length === 0 && isOpen(conversation) && last?.author.kind !== "visitor";

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever grows the log moves its end
  useLayoutEffect(() => {
    if (atEnd.current || outbox.length > 0) toEnd();
    else setNewBelow(true);
  }, [last?.id, typing, outbox.length, conversation?.status, state.cutOff]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it only touches what stays the same
  useLayoutEffect(() => {
    if (!scroller.current) return;
    const resized = new ResizeObserver(() => atEnd.current && toEnd());
    resized.observe(scroller.current);
    return () => resized.disconnect();
  }, []);

  function toEnd() {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    setNewBelow(false);
  }

  function onScroll() {
    const box = scroller.current;
    if (!box) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_THE_END;
    if (atEnd.current) setNewBelow(false);
  }

  if (!state.inbox && outbox.length === 0) return <Skeleton />;
  return (
    <div class="body">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={scroller} class="log" role="log" aria-label={texts.messages} tabIndex={0} onScroll={onScroll}>
        {hasEarlier(timeline) ? (
          <button
            type="button"
            class="choice quiet"
            onClick={() => void client.loadEarlier().catch(() => {})}
          >
            {texts.earlier}
          </button>
        ) : (
          <Greeting />
        )}
        {state.inbox?.bot_ready === false && messages.length === 0 ? (
          <p class="activity">{texts.botStartingHelp}</p>
        ) : null}
        {messages.map((message, index) => (
          <Fragment key={message.id}>
            <DaySeparator message={message} before={messages[index - 1]} />
            <MessageLine
              message={message}
              before={messages[index - 1]}
              after={messages[index + 1]}
              answerable={answerable && message === last}
              receipt={receiptOf(message, messages, state.conversation?.read_by_agent ?? 0, texts)}
            />
          </Fragment>
        ))}
        {outbox.map((pending) => (
          <PendingLine key={pending.clientId} pending={pending} />
        ))}
        {answerable && last ? <LastChoices message={last} /> : null}
        <TypingLine />
      </div>
      {newBelow ? (
        <button type="button" class="below" onClick={toEnd}>
          <DownIcon />
          {texts.newBelow}
        </button>
      ) : null}
    </div>
  );
}

/** What the visitor is addressed with before the first word; part of no dialogue yet. */
function Greeting() {
  const { state } = useChat();
  const { greeting, greeted, timeline, earlier, outbox } = state;
  if (!greeting || !greeted) return null;
  const untouched = timeline.messages.length + earlier.length + outbox.length === 0;
  return (
    <>
      <div class="line theirs">
        <Words text={greeting.text} />
      </div>
      {untouched && greeting.choices?.length ? <Choices choices={greeting.choices} /> : null}
    </>
  );
}

function DaySeparator({ message, before }: { message: MessageView; before: MessageView | undefined }) {
  const texts = useTexts();
  const at = new Date(message.created_at);
  if (before && sameDay(at, new Date(before.created_at))) return null;
  return (
    <div class="day">
      <time dateTime={message.created_at}>{dayName(at, new Date(), texts)}</time>
    </div>
  );
}

function LastChoices({ message }: { message: MessageView }) {
  const content = contentOf(message);
  return content.type === "choices" ? <Choices choices={content.choices as ChoiceView[]} /> : null;
}

/** Under the visitor's newest message only: older ones say nothing new. */
function receiptOf(
  message: MessageView,
  messages: readonly MessageView[],
  readTo: number,
  texts: Texts,
): string | null {
  if (message.author.kind !== "visitor") return null;
  if (messages.findLast((other) => other.author.kind === "visitor") !== message) return null;
  return message.seq <= readTo ? texts.read : texts.sent;
}
