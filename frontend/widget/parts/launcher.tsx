import type { RefObject } from "preact";
import { useTexts } from "../texts";
import { ChatIcon, DownIcon } from "./icons";

interface LauncherProps {
  button: RefObject<HTMLButtonElement>;
  open: boolean;
  unread: number;
  onClick: () => void;
}

export function Launcher({ button, open, unread, onClick }: LauncherProps) {
  const texts = useTexts();
  const label = open ? texts.closeChat : unread ? texts.openChatUnread(unread) : texts.openChat;
  return (
    <button
      ref={button}
      type="button"
      class={open ? "launcher opened" : "launcher"}
      aria-label={label}
      aria-expanded={open}
      onClick={onClick}
    >
      {open ? <DownIcon /> : <ChatIcon />}
      {unread && !open ? (
        <span class="badge" aria-hidden="true">
          {unread > 99 ? "99+" : unread}
        </span>
      ) : null}
    </button>
  );
}
