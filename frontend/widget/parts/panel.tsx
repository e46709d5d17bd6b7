import { useEffect, useRef, useState } from "preact/hooks";
import type { Keep } from "../../client/keep";
import { useChat } from "../chat_context";
import { keepFocusInside } from "../focus";
import { fetchLaterParts, Memory, onLaterParts, Rating, Waiting } from "../later";
import { PHONE } from "../settings";
import { useTexts } from "../texts";
import { Banner } from "./banner";
import { Composer } from "./composer";
import { Header } from "./header";
import { BackIcon } from "./icons";
import { Log } from "./log";

interface PanelProps {
  keep: Keep;
  /** Opened by the visitor, not by itself. */
  mayTakeFocus: boolean;
  onClose: () => void;
}

/** The open chat: a window beside the page, a sheet over it on a phone. */
export function Panel({ keep, mayTakeFocus, onClose }: PanelProps) {
  const { client, state, root } = useChat();
  const texts = useTexts();
  const [view, setView] = useState<"dialogue" | "memory">("dialogue");
  const panel = useRef<HTMLDivElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const focused = useRef(false);
  const [here, setHere] = useState<boolean>();
  const phone = matchMedia(PHONE).matches;
  // Nothing will come, and nothing written would be sent.
  const closed = state.refusal && !state.inbox && state.outbox.length === 0;

  useEffect(() => {
    onLaterParts(setHere);
    fetchLaterParts(root);
  }, [root]);

  useEffect(() => {
    if (!mayTakeFocus) return;
    // On a phone the keyboard would cover what there is to read.
    panel.current?.querySelector<HTMLElement>(phone || closed ? ".close" : "textarea")?.focus();
  }, [mayTakeFocus, phone, closed]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: again with every message and every new connection
  useEffect(() => {
    const read = () => document.hidden || client.markRead();
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [client, state.timeline, state.connection]);

  useEffect(() => {
    if (view === "memory") back.current?.focus();
  }, [view]);

  useEffect(keepFocus);

  /** What had the focus may be gone: a quick reply, a form that was sent. */
  function keepFocus() {
    if (!panel.current || !focused.current || root.activeElement) return;
    const home = view === "memory" ? ".memory .plain" : phone ? ".close" : "textarea";
    panel.current.querySelector<HTMLElement>(home)?.focus();
  }

  /** What the visitor does may need what is missing. */
  function wantAll() {
    if (here === false) fetchLaterParts(root);
  }

  function leaveMemory() {
    setView("dialogue");
    panel.current?.querySelector<HTMLElement>(".remembered")?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    // The host page's shortcuts are not meant for what is typed here.
    event.stopPropagation();
    if (event.key === "Enter") wantAll();
    if (event.key === "Escape" && !event.isComposing) {
      if (view === "memory") leaveMemory();
      else onClose();
    }
    if (phone && panel.current) keepFocusInside(panel.current, event);
  }

  const name = state.inbox?.name ?? texts.chat;
  return (
    <div
      ref={panel}
      class="panel"
      role="dialog"
      aria-modal={phone}
      aria-label={texts.chatWith(name)}
      onKeyDown={onKeyDown}
      onFocusIn={() => {
        focused.current = true;
      }}
      onFocusOut={() => {
        focused.current = false;
      }}
      onClick={() => {
        setTimeout(keepFocus);
        wantAll();
      }}
    >
      <Header keep={keep} onMemory={() => setView("memory")} onClose={onClose} />
      {closed ? null : <Banner keep={keep} missing={here === false} />}
      {view === "memory" ? (
        <section class="memory" aria-labelledby="memory">
          <div class="memory-head">
            <button
              ref={back}
              type="button"
              class="plain"
              aria-label={texts.back}
              title={texts.back}
              onClick={leaveMemory}
            >
              <BackIcon />
            </button>
            <h2 id="memory">{texts.memory}</h2>
          </div>
          <Memory />
        </section>
      ) : closed ? (
        <div class="log">
          <p class="activity" role="alert">
            {texts.refused}
          </p>
        </div>
      ) : (
        <>
          <Log />
          <Waiting />
          <Rating />
          <Composer />
        </>
      )}
    </div>
  );
}
