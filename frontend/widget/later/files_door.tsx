import { useEffect, useRef, useState } from "preact/hooks";
import type { FileContent } from "../../wire/events.gen";
import { useChat } from "../chat_context";
import { Words } from "../contents/words";
import { Icon } from "../parts/icons";
import { useTexts } from "../texts";
import { useLaterTexts } from "./texts";

type Part = typeof import("./files/part");

let part: Part | undefined;

/** What shows and sends files, once somebody does. */
function usePart(wanted: boolean): Part | undefined {
  const { tag } = useTexts();
  const { root } = useChat();
  const [, setHere] = useState(part);
  useEffect(() => {
    if (!wanted || part) return;
    import("./files/part").then(async (came) => {
      await came.begin(tag, root);
      part = came;
      setHere(() => part);
    }, reportError);
  }, [wanted, root, tag]);
  return part;
}

/** A picture or file; until it can be shown, its name. */
export function FileView({ file }: { file: FileContent }) {
  const View = usePart(true)?.FileView;
  return View ? <View file={file} /> : <Words text={file.name} />;
}

/** Where files come in: by the button, pasted or dropped. */
export function Attach() {
  const { attach } = useLaterTexts();
  const takes = useChat().state.inbox?.file_bytes;
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const Tray = usePart(chosen.length > 0)?.Tray;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the panel is there as long as the button
  useEffect(() => {
    const panel = input.current?.closest<HTMLElement>(".panel");
    if (!panel) return;
    panel.onpaste = (event) => take(event, event.clipboardData);
    panel.ondrop = (event) => take(event, event.dataTransfer);
    panel.ondragover = (event) => event.preventDefault();
  }, [takes]);

  function take(event: Event, given: DataTransfer | null) {
    if (!given?.files.length) return;
    event.preventDefault();
    setChosen([...given.files]);
  }

  return takes ? (
    <>
      {Tray ? <Tray chosen={chosen} /> : null}
      <button
        type="button"
        class="plain"
        aria-label={attach}
        title={attach}
        onClick={() => input.current?.click()}
      >
        <Icon>
          <path d="M15 7l-7 7a2 2 0 0 0 3 3l8-8a4 4 0 0 0-6-6l-8 8a6 6 0 0 0 9 9l6-6" />
        </Icon>
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          setChosen([...(currentTarget.files ?? [])]);
          // The same again is a choice too.
          currentTarget.value = "";
        }}
      />
    </>
  ) : null;
}
