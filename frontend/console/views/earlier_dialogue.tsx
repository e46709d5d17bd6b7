import { useQuery } from "@tanstack/preact-query";
import { ArrowLeft } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { Link } from "wouter-preact";
import type { PageOf, Rest } from "../../client/rest";
import type { ConversationView, FactView, MessageView } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { pathToConversation } from "../state/place";
import { threadOf } from "../state/thread";
import { t } from "../texts";
import { dayName, isSameDay, nameOf } from "../words";
import { Message } from "./message";
import { Failed, Skeleton } from "./states";

interface Props {
  conversation: ConversationView;
  facts: readonly FactView[];
  foundId: string | undefined;
  onBack: () => void;
}

const MOST_PAGES = 20;

/** An earlier dialogue, to read beside the one that goes on. */
export function EarlierDialogue({ conversation, facts, foundId, onBack }: Props) {
  const { rest } = useDesk();
  const { id } = conversation;
  const messages = useQuery({
    queryKey: ["messages", id],
    queryFn: ({ signal }) => wholeDialogue(rest, id, signal),
  });
  const box = useRef<HTMLOListElement>(null);
  const back = useRef<HTMLButtonElement>(null);

  useEffect(() => back.current?.focus(), []);
  useEffect(() => {
    if (!foundId || !messages.data) return;
    const found = box.current?.querySelector(`[data-message="${CSS.escape(foundId)}"]`);
    found?.scrollIntoView({ block: "center" });
  }, [foundId, messages.data]);

  return (
    <>
      <header class="panel-head">
        <button type="button" class="icon-button" aria-label={t.backToContact} onClick={onBack} ref={back}>
          <ArrowLeft size={20} aria-hidden="true" class="points" />
        </button>
        <h2 class="column-title">{t.earlierDialogue}</h2>
        <Link href={pathToConversation(id)}>{t.openIt}</Link>
      </header>
      {messages.isError && (
        <Failed
          what={t.dialogueFailed}
          why={messages.error.message}
          onRetry={() => void messages.refetch()}
        />
      )}
      {messages.isPending && <Skeleton lines={6} label={t.loading} />}
      <ol class="thread thread-small" ref={box}>
        {threadOf(messages.data ?? [], (one, other) => isSameDay(one, Date.parse(other))).map((entry) =>
          entry.type === "day" ? (
            <li key={entry.key} class="day">
              <span>{dayName(entry.at, Date.now())}</span>
            </li>
          ) : (
            <Message
              key={entry.key}
              message={entry.message}
              isFirst={entry.isFirst}
              contactName={nameOf(conversation)}
              facts={facts}
              isReadHere={false}
              isFound={entry.message.id === foundId}
            />
          ),
        )}
      </ol>
    </>
  );
}

async function wholeDialogue(rest: Rest, id: string, signal: AbortSignal): Promise<MessageView[]> {
  const messages: MessageView[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const after = messages.at(-1)?.seq ?? 0;
    const { items, next } = await rest.get<PageOf<MessageView>>(
      `conversations/${id}/messages`,
      { after },
      signal,
    );
    messages.push(...items);
    if (!next || items.length === 0) break;
  }
  return messages;
}
