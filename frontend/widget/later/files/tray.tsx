import { useEffect, useRef, useState } from "preact/hooks";
import { newClientId } from "../../../client/client_id";
import { upload } from "../../../client/upload";
import { type Staged, Uploads } from "../../../client/uploads";
import type { VisitorClient } from "../../../client/visitor_client";
import { isOpen } from "../../../client/visitor_state";
import { sizeOf } from "../../../ui/file_size";
import { Thumbnail } from "../../../ui/thumbnail";
import type { SendResult } from "../../../wire/events.gen";
import { useChat } from "../../chat_context";
import { CloseIcon } from "../../parts/icons";
import { useTexts } from "../../texts";
import { FileIcon } from "./icons";
import { useToken } from "./links";
import { useFileTexts } from "./texts";

interface Held {
  uploads: Uploads;
  show: (files: readonly Staged[]) => void;
}

/** The chat may be closed while a file is on its way: what is not sent yet is found again. */
const HELD = new WeakMap<VisitorClient, Held>();

interface TrayProps {
  /** What is new is taken out of it, each of the `times` that something was given. */
  given: File[];
  times: number;
}

/** What was chosen and is not sent yet, above the line where one writes; it goes out as the words do. */
export function Tray({ given, times }: TrayProps) {
  const texts = useFileTexts();
  const { state } = useChat();
  const [files, uploads] = useHeld();
  const place = useRef<HTMLUListElement>(null);
  const most = state.inbox?.file_bytes ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that something was given
  useEffect(() => {
    const fresh = given.splice(0);
    if (fresh.length) uploads.add(fresh);
  }, [given, times, uploads]);

  const waits = files.some((one) => one.state === "chosen");
  useEffect(() => {
    const foot = waits ? place.current?.closest(".foot") : null;
    if (!foot) return;
    foot.querySelector("textarea")?.focus();
    const send = (event: Event) => {
      const byKey = (event as KeyboardEvent).key === "Enter" && event.defaultPrevented;
      const byButton = event.type === "click" && (event.target as Element).closest(".primary");
      // After the words, which say what the pictures are about.
      if (byKey || byButton) uploads.send();
    };
    foot.addEventListener("click", send);
    foot.addEventListener("keydown", send);
    return () => {
      foot.removeEventListener("click", send);
      foot.removeEventListener("keydown", send);
    };
  }, [waits, uploads]);

  return (
    <ul ref={place} class="tray" aria-label={texts.filesChosen} hidden={files.length === 0}>
      {files.map((one) => (
        <Chosen key={one.clientId} staged={one} most={most} uploads={uploads} />
      ))}
    </ul>
  );
}

function useHeld(): [readonly Staged[], Uploads] {
  const { client, base, state } = useChat();
  const token = useToken();
  const held = HELD.get(client) ?? hold(client, base, token, state.inbox?.file_bytes ?? 0);
  const [files, setFiles] = useState(held.uploads.files);
  useEffect(() => {
    held.show = setFiles;
    return () => {
      held.show = () => {};
      // The site signed somebody out: nothing of theirs goes out under the next one's name.
      if (!token()) held.uploads.stop();
    };
  }, [held, token]);
  return [files, held.uploads];
}

function hold(client: VisitorClient, base: string, token: () => string, most: number): Held {
  const held: Held = {
    show: () => {},
    uploads: new Uploads({
      most,
      newId: newClientId,
      changed: (files) => held.show(files),
      deliver: sending(client, base, token),
    }),
  };
  HELD.set(client, held);
  return held;
}

interface ChosenProps {
  staged: Staged;
  most: number;
  uploads: Uploads;
}

function Chosen({ staged, most, uploads }: ChosenProps) {
  const texts = useFileTexts();
  const { tag } = useTexts();
  const { clientId, file, state, share, code } = staged;
  const refused =
    code === "too_large"
      ? texts.fileTooLarge(Math.floor(most / 1_000_000))
      : (texts.fileRefused[code ?? ""] ?? texts.refusedBecause[code ?? ""] ?? texts.notSent);
  return (
    <li class={state}>
      {file.type.startsWith("image/") ? <Thumbnail file={file} /> : <FileIcon />}
      <div>
        <span class="name">
          <bdi>{file.name}</bdi>
        </span>
        {state === "failed" ? (
          <small role="alert">
            {refused}{" "}
            {Uploads.mayRetry(staged) ? (
              <button
                type="button"
                class="link"
                onClick={({ currentTarget }) => {
                  // The button goes; the focus stays with its file.
                  currentTarget.closest("li")?.querySelector<HTMLElement>(":scope > button")?.focus();
                  uploads.retry(clientId);
                }}
              >
                {texts.tryAgain}
              </button>
            ) : null}
          </small>
        ) : state === "sending" ? (
          <progress aria-label={texts.fileSending(file.name)} value={share} />
        ) : (
          <small>{state === "waiting" ? texts.fileWaiting : sizeOf(file.size, tag)}</small>
        )}
      </div>
      <button
        type="button"
        class="plain"
        aria-label={texts.fileRemove(file.name)}
        title={texts.fileRemove(file.name)}
        onClick={({ currentTarget }) => {
          currentTarget.closest(".foot")?.querySelector("textarea")?.focus();
          uploads.remove(clientId);
        }}
      >
        <CloseIcon />
      </button>
    </li>
  );
}

/** Words that wait may open the dialogue which the file belongs to, so they go first. */
function sending(client: VisitorClient, base: string, token: () => string) {
  let begun: string | undefined;
  return async (staged: Staged, onProgress: (share: number) => void, signal: AbortSignal) => {
    await wordsAreSent(client, signal);
    const { conversation } = client.state;
    const here = isOpen(conversation) ? conversation.id : begun;
    const sent = await put(here).catch((error) => {
      // It was closed meanwhile: then the file begins a new one, as words do.
      if (!here || !["conflict", "not_found"].includes(error.code)) throw error;
      return put(undefined);
    });
    begun = sent.conversation_id;

    function put(conversationId: string | undefined): Promise<SendResult> {
      const address = new URL("/api/v1/visitor/files", base);
      address.searchParams.set("client_id", staged.clientId);
      address.searchParams.set("name", staged.file.name);
      if (conversationId) address.searchParams.set("conversation_id", conversationId);
      return upload<SendResult>(address.href, staged.file, {
        headers: { Authorization: `Bearer ${token()}` },
        onProgress,
        signal,
      });
    }
  };
}

function wordsAreSent(client: VisitorClient, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!signal.aborted && client.state.outbox.some((one) => one.state !== "failed")) return;
      stop();
      resolve();
    };
    const stop = client.subscribe(look);
    signal.addEventListener("abort", look);
    look();
  });
}
