import { Bot, Lock } from "lucide-preact";
import { contentOf } from "../../client/content";
import type { FactView, MessageView } from "../../wire/events.gen";
import { activityText, t } from "../texts";
import { Content } from "./content";
import { Clock } from "./time";
import { Understood } from "./understood";
import { UsedFacts } from "./used_facts";

interface Props {
  message: MessageView;
  /** The first of several by one author carries the name. */
  isFirst: boolean;
  contactName: string;
  facts: readonly FactView[];
  isReadHere: boolean;
  isFound: boolean;
}

export function Message({ message, isFirst, contactName, facts, isReadHere, isFound }: Props) {
  if (message.kind === "activity") return <Activity message={message} />;
  const { author, kind, understood, used_facts } = message;
  const look = kind === "note" ? "note" : author.kind;
  return (
    <li class={`message message-${look}${isFound ? " message-found" : ""}`} data-message={message.id}>
      {isFirst && <Author message={message} contactName={contactName} />}
      <div class="bubble">
        <Content content={contentOf(message)} />
      </div>
      <div class="message-foot">
        <span class="message-time">
          <Clock at={message.created_at} />
          {isReadHere && <span class="receipt"> · {t.readByVisitor}</span>}
        </span>
        {understood && <Understood understood={understood} />}
        {used_facts && used_facts.length > 0 && <UsedFacts ids={used_facts} facts={facts} />}
      </div>
    </li>
  );
}

function Author({ message: { author, kind }, contactName }: { message: MessageView; contactName: string }) {
  const name = author.kind === "visitor" ? contactName : author.name || t.authors[author.kind];
  return (
    <span class="author">
      {author.kind === "bot" && <Bot size={14} aria-hidden="true" />}
      {kind === "note" && <Lock size={14} aria-hidden="true" />}
      <bdi>{name}</bdi>
      {author.kind === "bot" && <span class="author-kind">{t.bot}</span>}
      {kind === "note" && <span class="author-kind">{t.noteKind}</span>}
    </span>
  );
}

function Activity({ message }: { message: MessageView }) {
  return (
    <li class="activity" data-message={message.id}>
      <span>
        <bdi>{activityText(contentOf(message))}</bdi>
      </span>
      <Clock at={message.created_at} />
    </li>
  );
}
