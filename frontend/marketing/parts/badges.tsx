import { Bot, CircleCheck, Hourglass, MoonStar, Star, User } from "lucide-preact";
import type { ConversationView } from "../../wire/rest.gen";
import { texts } from "../texts";

/** Who answers, or that it is over: by word, shape and colour. */
export function StateBadge({ conversation: { status, owner } }: { conversation: ConversationView }) {
  if (status === "resolved") return <Badge tone="resolved" Icon={CircleCheck} word={texts.status.resolved} />;
  if (status === "snoozed") return <Badge tone="resolved" Icon={MoonStar} word={texts.status.snoozed} />;
  if (owner.kind === "agent") return <Badge tone="human" Icon={User} word={texts.owner.agent} />;
  if (owner.kind === "queue") return <Badge tone="waiting" Icon={Hourglass} word={texts.owner.queue} />;
  return <Badge tone="bot" Icon={Bot} word={texts.owner.bot} />;
}

interface BadgeProps {
  tone: "bot" | "waiting" | "human" | "resolved";
  Icon: typeof Bot;
  word: string;
}

function Badge({ tone, Icon, word }: BadgeProps) {
  return (
    <span class={`badge badge-${tone}`}>
      <Icon size={13} aria-hidden="true" /> {word}
    </span>
  );
}

export function Rating({ score }: { score: number }) {
  return (
    <span class="rating" title={texts.dialogues.rating(score)}>
      <Star size={12} aria-hidden="true" />
      <span aria-hidden="true">{score}</span>
      <span class="sr-only">{texts.dialogues.rating(score)}</span>
    </span>
  );
}
