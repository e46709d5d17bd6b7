import { FileText, X } from "lucide-preact";
import { useEffect, useReducer } from "preact/hooks";
import { type Staged, Uploads } from "../../../client/uploads";
import { sizeOf } from "../../../ui/file_size";
import { Thumbnail } from "../../../ui/thumbnail";
import { useDesk } from "../../desk";
import { t } from "../../texts";

/** What was chosen for a chat, kept while the agent looks at others. */
export function useChatFiles(conversationId: string): readonly Staged[] {
  const { files } = useDesk();
  const [, look] = useReducer((count: number) => count + 1, 0);
  useEffect(() => files.listen(() => look(undefined)), [files]);
  return files.filesOf(conversationId);
}

/** Above the box: what goes out with the next send. */
export function FileTray({ conversationId }: { conversationId: string }) {
  const chosen = useChatFiles(conversationId);
  if (chosen.length === 0) return null;
  return (
    <ul class="file-tray" aria-label={t.filesChosen}>
      {chosen.map((one) => (
        <Chosen key={one.clientId} conversationId={conversationId} staged={one} />
      ))}
    </ul>
  );
}

function Chosen({ conversationId, staged }: { conversationId: string; staged: Staged }) {
  const uploads = useDesk().files.of(conversationId);
  const { clientId, file, state, share, code } = staged;
  return (
    <li class={`file-${state}`}>
      {file.type.startsWith("image/") ? <Thumbnail file={file} /> : <FileText size={20} aria-hidden="true" />}
      <span class="file-words">
        <span class="file-name">
          <bdi>{file.name}</bdi>
        </span>
        {state === "failed" && (
          <span class="danger" role="alert">
            {t.fileRefused(code)}{" "}
            {Uploads.mayRetry(staged) && (
              <button
                type="button"
                class="link"
                onClick={({ currentTarget }) => {
                  // The button goes; the focus stays with its file.
                  currentTarget.closest("li")?.querySelector<HTMLElement>(":scope > button")?.focus();
                  uploads.retry(clientId);
                }}
              >
                {t.tryAgain}
              </button>
            )}
          </span>
        )}
        {state === "sending" && <progress value={share} aria-label={t.fileSending(file.name)} />}
        {state === "waiting" && <span class="soft">{t.fileWaiting}</span>}
        {state === "chosen" && (
          <span class="soft">
            {sizeOf(file.size, "en")} · {t.fileChosen}
          </span>
        )}
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label={t.fileRemove(file.name)}
        title={t.fileRemove(file.name)}
        onClick={({ currentTarget }) => {
          currentTarget.closest("form")?.querySelector("textarea")?.focus();
          uploads.remove(clientId);
        }}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </li>
  );
}
