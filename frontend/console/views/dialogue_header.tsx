import {
  ArrowLeft,
  ArrowLeftRight,
  Bot,
  CircleCheck,
  Gift,
  Hand,
  Hourglass,
  type LucideIcon,
  Moon,
  RotateCcw,
  Tag,
  UserRound,
} from "lucide-preact";
import { Link } from "wouter-preact";
import type { ConversationView } from "../../wire/events.gen";
import { useAccount, useDesk, useMe } from "../desk";
import type { ListName } from "../state/model";
import { pathToContact, pathToList } from "../state/place";
import { allowed, type Deed } from "../state/rights";
import { t } from "../texts";
import { dayAndTime, languageName, nameOf } from "../words";
import { OwnerMark } from "./owner_mark";

export type Asking = "give" | "transfer" | "return" | "resolve" | "snooze" | "tags";

interface Props {
  conversation: ConversationView;
  list: ListName;
  onAsk: (asking: Asking) => void;
}

export function DialogueHeader({ conversation, list, onAsk }: Props) {
  const me = useMe();
  const { id, inbox, tags } = conversation;
  return (
    <header class="dialogue-head">
      <div class="dialogue-who">
        <Link href={pathToList(list)} class="icon-button step-back" aria-label={t.backToList}>
          <ArrowLeft size={20} aria-hidden="true" class="points" />
        </Link>
        <div class="dialogue-title">
          <h2 tabIndex={-1} id="dialogue-title">
            <bdi>{nameOf(conversation)}</bdi>
          </h2>
          <p class="dialogue-facts">
            <OwnerMark conversation={conversation} me={me} />
            <span class="soft">
              <bdi>{inbox}</bdi> · {languageName(conversation.locale)}
              {conversation.team && <bdi> · {conversation.team.name}</bdi>}
            </span>
            {conversation.snoozed_until && (
              <span class="soft">{t.snoozedUntil(dayAndTime(conversation.snoozed_until, Date.now()))}</span>
            )}
            {conversation.rating != null && <span class="soft">{t.rated(conversation.rating)}</span>}
            {tags.map((tag) => (
              <span key={tag} class="tag">
                <bdi>{tag}</bdi>
              </span>
            ))}
          </p>
        </div>
        <Link
          href={pathToContact(id)}
          class="icon-button to-contact"
          aria-label={t.contact}
          title={t.contact}
        >
          <UserRound size={20} aria-hidden="true" />
        </Link>
      </div>
      <Deeds conversation={conversation} onAsk={onAsk} />
    </header>
  );
}

interface Button {
  deed: Deed | "tags";
  label: string;
  icon: LucideIcon;
  act: () => void;
  keys?: string;
  look?: "main" | "quiet";
}

function Deeds({ conversation, onAsk }: Omit<Props, "list">) {
  const { actions } = useDesk();
  const may = allowed(conversation, useAccount());
  const { id } = conversation;

  async function takeOver() {
    if (await actions.takeOver(conversation)) actions.say(t.tookOver);
  }

  const buttons: Button[] = [
    {
      deed: "accept",
      label: conversation.routed ? t.seen : t.accept,
      icon: Hand,
      act: () => void actions.accept(id),
      keys: "a",
      look: "main",
    },
    {
      deed: "takeover",
      label: t.takeOver,
      icon: Hand,
      act: () => void takeOver(),
    },
    { deed: "resolve", label: t.resolve, icon: CircleCheck, act: () => onAsk("resolve"), keys: "e" },
    { deed: "transfer", label: t.transfer, icon: ArrowLeftRight, act: () => onAsk("transfer"), keys: "t" },
    { deed: "return", label: t.toBot, icon: Bot, act: () => onAsk("return"), keys: "b" },
    { deed: "give", label: t.give, icon: Gift, act: () => onAsk("give"), keys: "c", look: "quiet" },
    {
      deed: "requeue",
      label: t.toQueue,
      icon: Hourglass,
      act: () => void actions.assign(id),
      look: "quiet",
    },
    { deed: "snooze", label: t.snooze, icon: Moon, act: () => onAsk("snooze"), look: "quiet" },
    { deed: "reopen", label: t.reopen, icon: RotateCcw, act: () => void actions.reopen(id) },
    { deed: "tags", label: t.tags, icon: Tag, act: () => onAsk("tags"), look: "quiet" },
  ];
  return (
    <div class="deeds" role="toolbar" aria-label={t.actions}>
      {buttons
        .filter(({ deed }) => deed === "tags" || may.has(deed))
        .map(({ deed, label, icon: Icon, act, keys, look }) => (
          <button
            key={deed}
            type="button"
            class={look ? `deed deed-${look}` : "deed"}
            title={keys ? `${label} (${keys})` : label}
            aria-keyshortcuts={keys}
            onClick={act}
          >
            <Icon size={16} aria-hidden="true" />
            <span class="deed-word">{label}</span>
          </button>
        ))}
    </div>
  );
}
