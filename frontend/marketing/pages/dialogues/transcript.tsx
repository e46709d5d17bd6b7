import type { MessageView } from "../../../wire/events.gen";
import { clockTime, fullMoment, moment, share } from "../../measures/format";
import { Empty, Loaded, More } from "../../parts/states";
import { readable } from "../../places/names";
import { useMessages } from "../../queries";
import { texts } from "../../texts";
import { MessageBody } from "./message_body";

export function Transcript({ id }: { id: string }) {
  const query = useMessages(id);
  return (
    <Loaded query={query} rows={8}>
      {({ pages }) => {
        const messages = pages.flatMap((page) => page.items);
        if (messages.length === 0) return <Empty title={texts.dialogue.none} />;
        return (
          <>
            <ol class="transcript">
              {messages.map((message, index) => (
                <Line key={message.id} message={message} before={messages[index - 1]} />
              ))}
            </ol>
            {query.hasNextPage && (
              <More shown={messages.length} query={query} label={texts.dialogue.moreMessages} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

export function Line({ message, before }: { message: MessageView; before: MessageView | undefined }) {
  const day = newDay(message, before);
  return (
    <>
      {day && <li class="day">{day}</li>}
      {message.kind === "activity" ? <Activity message={message} /> : <Said message={message} />}
    </>
  );
}

function Activity({ message }: { message: MessageView }) {
  return (
    <li class="activity">
      <MessageBody message={message} /> <Clock time={message.created_at} />
    </li>
  );
}

function Said({ message }: { message: MessageView }) {
  const { kind, author, used_facts, understood } = message;
  return (
    <li class={`said said-${kind === "note" ? "note" : author.kind}`}>
      <p class="said-by">
        <bdi>{speaker(message)}</bdi> <Clock time={message.created_at} />
        {kind === "note" && <span class="badge badge-note">{texts.dialogue.note}</span>}
      </p>
      <div class="said-body">
        <MessageBody message={message} />
      </div>
      {used_facts && used_facts.length > 0 && <p class="said-about">{texts.dialogue.usedMemory}</p>}
      {understood && (
        <p class="said-about">
          {texts.dialogue.understood(readable(understood.intent), share(understood.confidence))}
        </p>
      )}
    </li>
  );
}

/** Visitors stay unnamed here; colleagues and the bot go by their names. */
function speaker({ author }: MessageView): string {
  const side = texts.side[author.kind];
  return author.kind === "visitor" || !author.name ? side : `${author.name} · ${side}`;
}

function Clock({ time }: { time: string }) {
  return (
    <time class="faint" dateTime={time} title={fullMoment(time)}>
      {clockTime(time)}
    </time>
  );
}

/** The date and zone, once for every day of the dialogue, since lines carry the clock alone. */
function newDay(message: MessageView, before: MessageView | undefined): string | null {
  const date = new Date(message.created_at).toDateString();
  if (before && new Date(before.created_at).toDateString() === date) return null;
  return moment(message.created_at);
}
