import { SendHorizontal } from "lucide-preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { takeFiles } from "../../client/given_files";
import type { ConversationView } from "../../wire/events.gen";
import type { CannedReplyView } from "../../wire/rest.gen";
import { useDesk, useMe } from "../desk";
import { matching, slashWordAt } from "../state/canned";
import { loadDraft, saveDraft } from "../state/drafts";
import type { Writing } from "../state/model";
import { standingOf } from "../state/rights";
import { t } from "../texts";
import { AsksAgain } from "./asks_again";
import { CannedList, useCannedReplies } from "./canned_list";
import { AttachButton } from "./files/attach_button";
import { FileTray, useChatFiles } from "./files/file_tray";
import { Key } from "./key";
import { Reach } from "./reach";
import { useTypingSign } from "./typing_sign";
import { WhyNotMine } from "./why_not_mine";

/** What the keyboard or the palette asks of the box; `n` tells one asking from the next. */
export interface Asked {
  readonly n: number;
  readonly for: "reply" | "note" | "canned" | "insert";
  readonly text?: string;
}

interface Props {
  conversation: ConversationView;
  asked: Asked | null;
  /** It was done, so that coming back to this chat does not do it again. */
  onAskedDone: () => void;
  onLeave: () => void;
}

const LONGEST = 4000;
const TABS: readonly Writing[] = ["message", "note"];

export function Composer({ conversation, asked, onAskedDone, onLeave }: Props) {
  const { id } = conversation;
  const { sender, files } = useDesk();
  const standing = standingOf(conversation, useMe());
  const [writing, setWriting] = useState<Writing>("message");
  const [text, setText] = useState(() => loadDraft(id, "message"));
  const [caret, setCaret] = useState(0);
  const box = useRef<HTMLTextAreaElement>(null);
  /** Where the caret goes once text we put in is there. */
  const caretTo = useRef<{ text: string; at: number } | null>(null);
  const mayWrite = writing === "note" || standing === "mine";
  const typing = useTypingSign(id, writing === "message" && standing === "mine");
  const canned = useCannedChoice(text, caret, mayWrite);
  const domId = useId();
  const mayAttach = writing === "message" && standing === "mine";
  const hasFiles = useChatFiles(id).some((one) => one.state === "chosen") && mayAttach;
  const form = useRef<HTMLFormElement>(null);

  // On the whole dialogue: nobody aims at a line of two rows with a file in the hand.
  useEffect(() => {
    const place = form.current?.closest("main") ?? form.current;
    if (!place || !mayAttach) return;
    return takeFiles(place, (given) => {
      files.of(id).add(given);
      box.current?.focus();
    });
  }, [files, id, mayAttach]);

  function write(next: string, caretAt = next.length) {
    setText(next);
    setCaret(caretAt);
    saveDraft(id, writing, next);
    typing.wrote(next);
  }

  function turnTo(next: Writing) {
    setWriting(next);
    if (next !== writing) setText(loadDraft(id, next));
  }

  function choose(reply: CannedReplyView) {
    if (!canned.slash) return;
    const before = text.slice(0, canned.slash.start) + reply.text;
    write(before + text.slice(caret), before.length);
    box.current?.focus();
    caretTo.current = { text: before + text.slice(caret), at: before.length };
  }

  function send() {
    const words = text.trim();
    if (!mayWrite) return;
    if (words) {
      sender.send(id, writing, words);
      write("");
      typing.ended();
    }
    if (hasFiles) files.of(id).send();
  }

  // At once, so that the next key already lands in the box.
  useLayoutEffect(() => {
    if (!asked) return;
    const wants: Writing = asked.for === "note" ? "note" : "message";
    const isPutIn = asked.for === "insert" || asked.for === "canned";
    const draft = loadDraft(id, wants);
    const added = asked.for === "canned" ? "/" : (asked.text ?? "");
    const next = isPutIn && !(asked.for === "canned" && draft.endsWith("/")) ? joined(draft, added) : draft;
    setWriting(wants);
    setText(next);
    setCaret(next.length);
    saveDraft(id, wants, next);
    box.current?.focus();
    caretTo.current = { text: next, at: next.length };
    onAskedDone();
  }, [asked, id, onAskedDone]);

  useLayoutEffect(() => {
    if (!caretTo.current || box.current?.value !== caretTo.current.text) return;
    box.current.setSelectionRange(caretTo.current.at, caretTo.current.at);
    caretTo.current = null;
  });

  function onKeyDown(event: KeyboardEvent) {
    // Enter that ends a word of an input method is not ours.
    if (event.isComposing) return;
    if (canned.isOpen && event.key === "Escape" && text === "/") {
      // Nobody sends a slash: it only opened the list.
      event.preventDefault();
      write("", 0);
      return;
    }
    if (canned.isOpen && canned.onKey(event, choose)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape") {
      box.current?.blur();
      onLeave();
    }
  }

  return (
    <form
      ref={form}
      class={`composer composer-${writing}`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <fieldset class="composer-tabs">
        <legend class="sr-only">{t.writeWhat}</legend>
        {TABS.map((tab) => (
          <button key={tab} type="button" aria-pressed={tab === writing} onClick={() => turnTo(tab)}>
            {tab === "note" ? t.note : t.reply} <Key>{tab === "note" ? "n" : "r"}</Key>
          </button>
        ))}
        {writing === "note" && <span class="soft">{t.noteHint}</span>}
      </fieldset>
      {!mayWrite && <WhyNotMine id={`${domId}-why`} conversation={conversation} standing={standing} />}
      {canned.isOpen && (
        <CannedList
          id={`${domId}-canned`}
          replies={canned.replies}
          active={canned.active}
          onChoose={choose}
        />
      )}
      {writing === "message" && <Reach conversation={conversation} />}
      {writing === "message" && mayWrite && <AsksAgain conversation={conversation} draft={text} />}
      {writing === "message" && <FileTray conversationId={id} />}
      <div class="composer-box">
        {writing === "message" && (
          <AttachButton
            disabled={!mayAttach}
            onChoose={(chosen) => {
              files.of(id).add(chosen);
              box.current?.focus();
            }}
          />
        )}
        <textarea
          ref={box}
          rows={2}
          dir="auto"
          value={text}
          maxLength={LONGEST}
          readOnly={!mayWrite}
          aria-label={writing === "note" ? t.noteLabel : t.replyLabel}
          aria-describedby={mayWrite ? undefined : `${domId}-why`}
          aria-autocomplete="list"
          aria-controls={canned.isOpen ? `${domId}-canned` : undefined}
          aria-activedescendant={
            canned.isOpen && canned.replies.length > 0 ? `${domId}-canned-${canned.active}` : undefined
          }
          placeholder={mayWrite ? t.placeholder[writing] : ""}
          onInput={(event) => write(event.currentTarget.value, event.currentTarget.selectionStart)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <button
          type="submit"
          class="button button-primary send"
          disabled={!mayWrite || !(text.trim() || hasFiles)}
        >
          <SendHorizontal size={18} aria-hidden="true" class="points" />
          <span>{writing === "note" ? t.keepNote : t.send}</span>
        </button>
      </div>
    </form>
  );
}

function joined(draft: string, added: string): string {
  return draft && !/\s$/.test(draft) ? `${draft} ${added}` : draft + added;
}

/** Which canned replies fit the `/word` at the caret, and which of them Enter would take. */
function useCannedChoice(text: string, caret: number, mayWrite: boolean) {
  const replies = useCannedReplies();
  const slash = mayWrite ? slashWordAt(text, caret) : null;
  const key = slash ? `${slash.start} ${slash.word}` : "";
  const [state, setState] = useState({ key: "", active: 0, closed: false });
  const current = state.key === key ? state : { key, active: 0, closed: false };
  const fitting = slash ? matching(replies, slash.word) : [];
  const isOpen = slash !== null && !current.closed;

  function onKey(event: KeyboardEvent, choose: (reply: CannedReplyView) => void): boolean {
    const chosen = fitting[current.active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && fitting.length > 0) {
      setState({ ...current, active: (current.active + step + fitting.length) % fitting.length });
    } else if ((event.key === "Enter" || event.key === "Tab") && chosen) {
      choose(chosen);
    } else if (event.key === "Escape") {
      setState({ ...current, closed: true });
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  return { slash, replies: fitting, active: current.active, isOpen, onKey };
}
