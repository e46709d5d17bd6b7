import { Bot, CircleCheck, Hourglass, Moon, UserRound } from "lucide-preact";
import type { ConversationView } from "../../wire/events.gen";
import { t } from "../texts";

type Answering = "bot" | "waiting" | "human" | "resolved" | "snoozed";

const SHAPES = { bot: Bot, waiting: Hourglass, human: UserRound, resolved: CircleCheck, snoozed: Moon };

/** Who answers, by shape, word and colour. */
export function OwnerMark({ conversation, me }: { conversation: ConversationView; me: string }) {
  const answering = answeringOf(conversation);
  const Shape = SHAPES[answering];
  return (
    <span class={`mark mark-${answering}`}>
      <Shape size={14} aria-hidden="true" />
      <bdi>{ownerWord(conversation, me)}</bdi>
    </span>
  );
}

export function ownerWord(conversation: ConversationView, me: string): string {
  const { owner } = conversation;
  switch (answeringOf(conversation)) {
    case "resolved":
      return t.resolved;
    case "snoozed":
      return t.snoozed;
    case "bot":
      return owner.name || t.bot;
    case "waiting":
      return t.waiting;
    default:
      return owner.agent_id === me ? t.you : owner.name || t.colleague;
  }
}

function answeringOf({ status, owner }: ConversationView): Answering {
  if (status !== "open") return status;
  if (owner.kind === "queue") return "waiting";
  return owner.kind === "agent" ? "human" : "bot";
}
