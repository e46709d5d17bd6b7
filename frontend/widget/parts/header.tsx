import { useState } from "preact/hooks";
import type { Keep } from "../../client/keep";
import type { VisitorState } from "../../client/visitor_state";
import { useChat } from "../chat_context";
import { type Texts, useTexts } from "../texts";
import { BotIcon, ClockIcon, CloseIcon, MemoryIcon, PersonIcon, SoundIcon } from "./icons";

interface HeaderProps {
  keep: Keep;
  onMemory: () => void;
  onClose: () => void;
}

/** Says who answers now, by word, shape and colour. */
export function Header({ keep, onMemory, onClose }: HeaderProps) {
  const texts = useTexts();
  const { state } = useChat();
  const [sound, setSound] = useState(keep.get("sound") === "on");
  const { kind, name, line } = whoAnswers(state, texts);

  function toggleSound() {
    keep.set("sound", sound ? "off" : "on");
    setSound(!sound);
  }

  return (
    <div class="header">
      <span class={`face ${kind}`}>{FACES[kind]}</span>
      <div class="who" role="status">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span>{line}</span>
      </div>
      <HeaderButton label={texts.memory} onClick={onMemory} name="remembered">
        <MemoryIcon />
      </HeaderButton>
      <HeaderButton label={sound ? texts.soundOff : texts.soundOn} onClick={toggleSound}>
        <SoundIcon on={sound} />
      </HeaderButton>
      <HeaderButton label={texts.closeChat} onClick={onClose} name="close">
        <CloseIcon />
      </HeaderButton>
    </div>
  );
}

const FACES = { bot: <BotIcon />, queue: <ClockIcon />, agent: <PersonIcon />, ended: <BotIcon /> };

interface Answering {
  kind: keyof typeof FACES;
  name: string;
  line: string;
}

export function whoAnswers(state: VisitorState, texts: Texts): Answering {
  const { inbox, conversation } = state;
  const shop = inbox?.name ?? texts.chat;
  if (!inbox) return { kind: "bot", name: shop, line: state.refusal ? "" : texts.starting };
  if (conversation?.status === "resolved") return { kind: "ended", name: shop, line: texts.resolved };
  const owner = conversation?.owner;
  if (owner?.kind === "queue") return { kind: "queue", name: shop, line: texts.waiting };
  if (owner?.kind === "agent") {
    return { kind: "agent", name: owner.name ?? texts.person, line: texts.personAnswers(shop) };
  }
  const line = inbox.bot_ready ? texts.botAnswers : texts.botStarting;
  return { kind: "bot", name: owner?.name ?? inbox.bot_name, line };
}

interface HeaderButtonProps {
  label: string;
  name?: string;
  onClick: () => void;
  children: preact.ComponentChildren;
}

function HeaderButton({ label, name = "", onClick, children }: HeaderButtonProps) {
  return (
    <button type="button" class={`plain ${name}`} aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}
