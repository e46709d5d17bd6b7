import { contentOf } from "../../client/content";
import type { MessageView } from "../../wire/events.gen";
import { ContentView } from "../contents/content";
import { fullTime, timeOfDay } from "../dates";
import { useTexts } from "../texts";
import { Activity } from "./activity";
import { BotIcon, PersonIcon } from "./icons";

interface MessageLineProps {
  message: MessageView;
  before: MessageView | undefined;
  after: MessageView | undefined;
  answerable: boolean;
  receipt: string | null;
}

/** One message; name and time stand once per run of the same author. */
export function MessageLine({ message, before, after, answerable, receipt }: MessageLineProps) {
  const texts = useTexts();
  if (message.kind === "activity") return <Activity message={message} />;
  const mine = message.author.kind === "visitor";
  const at = new Date(message.created_at);
  const beginsRun = !before || !sameAuthor(before, message);
  const endsRun = !after || !sameAuthor(after, message);
  return (
    <div class={mine ? "line mine" : "line theirs"}>
      {beginsRun && !mine ? <AuthorName message={message} /> : null}
      {mine ? <span class="sr-only">{texts.you}: </span> : null}
      <ContentView content={contentOf(message)} answerable={answerable} />
      {endsRun || receipt ? (
        <small class="meta">
          <time dateTime={message.created_at} title={fullTime(at, texts)}>
            {timeOfDay(at, texts)}
          </time>
          {receipt ? ` · ${receipt}` : null}
        </small>
      ) : null}
    </div>
  );
}

function AuthorName({ message }: { message: MessageView }) {
  const texts = useTexts();
  const bot = message.author.kind === "bot";
  return (
    <small class={bot ? "author bot" : "author agent"}>
      {bot ? <BotIcon /> : <PersonIcon />}
      <bdi>{message.author.name ?? (bot ? texts.bot : texts.person)}</bdi>
      <span class="sr-only">, {bot ? texts.bot : texts.person}</span>
    </small>
  );
}

function sameAuthor(one: MessageView, other: MessageView): boolean {
  return (
    one.kind === other.kind &&
    one.author.kind === other.author.kind &&
    one.author.id === other.author.id &&
    one.conversation_id === other.conversation_id
  );
}
