import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { isOpen } from "../../client/visitor_state";
import { useChat } from "../chat_context";
import { Attach } from "../later";
import { useTexts } from "../texts";
import { AskPerson } from "./ask_person";
import { SendIcon } from "./icons";

const LONGEST = 4_000;
const WARN_BELOW = 400;
const DRAFT = "samtal:draft";

/** Where the visitor writes; writing goes on without a line, and a draft survives the next page. */
export function Composer() {
  const texts = useTexts();
  const { client, state } = useChat();
  const [text, setText] = useState(draft);
  const area = useRef<HTMLTextAreaElement>(null);
  const left = LONGEST - text.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.height = "auto";
    area.current.style.height = `${area.current.scrollHeight}px`;
  }, [text]);

  function change(next: string) {
    setText(next);
    keepDraft(next);
    client.typing(next.trim() !== "");
  }

  function send() {
    const words = text.trim();
    area.current?.focus();
    if (!words) return;
    client.send(words);
    setText("");
    keepDraft("");
  }

  function onKeyDown(event: KeyboardEvent) {
    // While a word is being composed (Chinese, Japanese), Enter picks it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  }

  const label = state.conversation?.status === "resolved" ? texts.writeNew : texts.write;
  return (
    <div class="foot">
      {!isOpen(state.conversation) || state.conversation.owner.kind === "bot" ? <AskPerson /> : null}
      <div class="composer">
        <Attach />
        <textarea
          ref={area}
          rows={1}
          // An empty one has no direction of its own but that of what is to be written.
          dir={text ? "auto" : undefined}
          maxLength={LONGEST}
          aria-label={label}
          placeholder={label}
          value={text}
          onInput={(event) => change(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => client.typing(false)}
        />
        <button type="button" class="primary round" aria-label={texts.send} title={texts.send} onClick={send}>
          <SendIcon />
        </button>
      </div>
      {left < WARN_BELOW ? <small role="status">{texts.charactersLeft(left)}</small> : null}
    </div>
  );
}

function draft(): string {
  try {
    return sessionStorage.getItem(DRAFT) ?? "";
  } catch {
    return "";
  }
}

export const forgetDraft = () => keepDraft("");

function keepDraft(text: string): void {
  try {
    if (text) sessionStorage.setItem(DRAFT, text);
    else sessionStorage.removeItem(DRAFT);
  } catch {
    // Without storage a draft lives as long as the page.
  }
}
