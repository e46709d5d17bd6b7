import { useEffect, useRef, useState } from "preact/hooks";
import type { Keep } from "../../client/keep";
import { useChat } from "../chat_context";
import { keepFocusInside } from "../focus";
import { PHONE } from "../settings";
import { useTexts } from "../texts";
import { Banner } from "./banner";
import { Composer } from "./composer";
import { Header } from "./header";
import { Log } from "./log";
import { Memory } from "./memory";
import { Rating } from "./rating";
import { Waiting } from "./waiting";

interface PanelProps {
  keep: Keep;
  /** Opened by the visitor, not by itself. */
  mayTakeFocus: boolean;
  onClose: () => void;
}

/** The open chat: a window beside the page, a sheet over it on a phone. */
export function Panel({ keep, mayTakeFocus, onClose }: PanelProps) {
  const { client, state } = useChat();
  const texts = useTexts();
  const [view, setView] = useState<"dialogue" | "memory">("dialogue");
  const panel = useRef<HTMLDivElement>(null);
  const phone = matchMedia(PHONE).matches;

  useEffect(() => {
    if (!mayTakeFocus) return;
    // On a phone the keyboard would cover what there is to read.
    panel.current?.querySelector<HTMLElement>(phone ? ".close" : "textarea")?.focus();
  }, [mayTakeFocus, phone]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: again with every message and every new connection
  useEffect(() => {
    const read = () => document.hidden || client.markRead();
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [client, state.timeline, state.connection]);

  function onKeyDown(event: KeyboardEvent) {
    // The host page's shortcuts are not meant for what is typed here.
    event.stopPropagation();
    if (event.key === "Escape" && !event.isComposing) {
      if (view === "memory") setView("dialogue");
      else onClose();
    }
    if (phone && panel.current) keepFocusInside(panel.current, event);
  }

  const name = state.inbox?.name ?? texts.chat;
  return (
    // biome-ignore lint/a11y/useSemanticElements: <dialog> cannot be a window beside a page that stays usable on every browser we support
    <div
      ref={panel}
      class="panel"
      role="dialog"
      aria-modal={phone}
      aria-label={texts.chatWith(name)}
      onKeyDown={onKeyDown}
    >
      <Header keep={keep} onMemory={() => setView("memory")} onClose={onClose} />
      {view === "memory" ? (
        <Memory onBack={() => setView("dialogue")} />
      ) : (
        <>
          <Banner />
          <Log />
          <Waiting />
          <Rating />
          <Composer />
        </>
      )}
    </div>
  );
}
