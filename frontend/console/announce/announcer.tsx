import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { contentOf, wordsOf } from "../../client/content";
import { useDesk, useDeskState } from "../desk";
import { type News, newsOf, openWork } from "../state/attention";
import type { Change, State } from "../state/model";
import { pathToConversation } from "../state/place";
import { loadSettings } from "../state/settings";
import { t } from "../texts";
import { nameOf } from "../words";
import { playTone } from "./tone";

const LEADER = "samtal-console-attention";

/** Tells new work once: in the title, by sound, by notification, and to screen readers. */
export function Announcer({ openId }: { openId: string | undefined }) {
  const { store } = useDesk();
  const [, navigate] = useLocation();
  const [spoken, setSpoken] = useState("");
  const isLeader = useLeader();
  const work = useDeskState(openWork);

  useEffect(() => {
    document.title = work > 0 ? `(${work}) ${t.title}` : t.title;
    return () => {
      document.title = t.title;
    };
  }, [work]);

  useEffect(
    () =>
      store.listen((change, before, now) => {
        const line = lineFor(change, before, now, openId);
        if (line) setSpoken(line);
        for (const news of newsOf(change, before, now)) {
          const isOpen = news.conversation.id === openId;
          // Of the open chat the words themselves were just told.
          if (!isOpen || news.kind !== "message") setSpoken(headline(news));
          const isSeen = document.hasFocus() && isOpen;
          if (isSeen || !isLeader.current || now.account?.availability === "offline") continue;
          tell(news, () => navigate(pathToConversation(news.conversation.id)));
        }
      }),
    [store, openId, navigate, isLeader],
  );

  return (
    <p class="sr-only" aria-live="polite">
      {spoken}
    </p>
  );
}

/** Of several tabs of the console one tells the news; the next takes over when it closes. */
function useLeader() {
  const isLeader = useRef(false);
  useEffect(() => {
    // Pages over an unsafe line have no locks; there every tab tells.
    const locks: LockManager | null | undefined = navigator.locks;
    isLeader.current = !locks;
    if (!locks) return;
    const closing = new AbortController();
    let release = () => {};
    locks
      .request(LEADER, { signal: closing.signal }, () => {
        isLeader.current = true;
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      })
      .catch(() => {});
    return () => {
      isLeader.current = false;
      closing.abort();
      release();
    };
  }, []);
  return isLeader;
}

function tell(news: News, open: () => void): void {
  const { sound, notifications } = loadSettings();
  if (sound) playTone();
  if (!notifications || document.hasFocus() || Notification.permission !== "granted") return;
  const note = new Notification(headline(news), { body: news.text, tag: news.conversation.id });
  note.onclick = () => {
    window.focus();
    open();
    note.close();
  };
}

const HEADLINES: Readonly<Record<News["kind"], (name: string) => string>> = {
  waiting: t.newsWaiting,
  message: t.newsMessage,
  assigned: t.newsAssigned,
  routed: t.newsRouted,
  woken: t.newsWoken,
};

function headline({ kind, conversation }: News): string {
  return HEADLINES[kind](nameOf(conversation));
}

/** What a screen reader hears of the open chat. */
function lineFor(change: Change, before: State, now: State, openId: string | undefined): string | null {
  if (change.type !== "message_created" || change.message.conversation_id !== openId) return null;
  const { message } = change;
  const known = before.conversations.byId[openId];
  if (!known || message.seq <= known.last_seq || message.author.id === now.account?.id) return null;
  const isVisitor = message.author.kind === "visitor";
  const name = isVisitor ? nameOf(known) : message.author.name || t.authors[message.author.kind];
  return t.newsLine(name, wordsOf(contentOf(message)));
}
