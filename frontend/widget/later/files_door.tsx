import { useEffect, useRef, useState } from "preact/hooks";
import { takeFiles } from "../../client/given_files";
import type { FileContent } from "../../wire/events.gen";
import { again } from "../again";
import { useChat } from "../chat_context";
import { Words } from "../contents/words";
import { Icon } from "../parts/icons";
import { useTexts } from "../texts";
import { useLaterTexts } from "./texts";

type Part = typeof import("./files/part");

let part: Part | undefined;

/** What shows and sends files, once it was wanted; after a failure another wish tries again. */
function usePart(wishes: number): Part | "failed" | undefined {
  const { tag } = useTexts();
  const { root } = useChat();
  const [here, setHere] = useState<Part | "failed" | undefined>(() => part);
  useEffect(() => {
    if (wishes === 0 || part) return;
    setHere(undefined);
    fetchPart(tag, root).then(
      (came) => setHere(() => came),
      (error) => {
        reportError(error);
        setHere("failed");
      },
    );
  }, [wishes, root, tag]);
  return part ?? here;
}

const load = again(() => import("./files/part"));

async function fetchPart(tag: string, root: ShadowRoot): Promise<Part> {
  const came = await load();
  await came.begin(tag, root);
  part = came;
  return came;
}

/** A picture or file; until it can be shown, its name. */
export function FileView({ file }: { file: FileContent }) {
  const here = usePart(1);
  return typeof here === "object" ? <here.FileView file={file} /> : <Words text={file.name} />;
}

/** Where files come in: by the button, pasted or dropped. */
export function Attach() {
  const { attach, notSent, tryAgain } = useLaterTexts();
  const takes = useChat().state.inbox?.file_bytes;
  const input = useRef<HTMLInputElement>(null);
  const given = useRef<File[]>([]);
  const [times, setTimes] = useState(0);
  const here = usePart(times);
  const again = () => setTimes((before) => before + 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the panel is there as long as the button
  useEffect(() => {
    const panel = input.current?.closest<HTMLElement>(".panel");
    return panel ? takeFiles(panel, take) : undefined;
  }, [takes]);

  function take(files: readonly File[]) {
    given.current.push(...files);
    again();
  }

  return takes ? (
    <>
      {typeof here === "object" ? <here.Tray given={given.current} times={times} /> : null}
      {here === "failed" ? (
        <small role="alert">
          {notSent}{" "}
          <button type="button" class="link" onClick={again}>
            {tryAgain}
          </button>
        </small>
      ) : null}
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
          take([...(currentTarget.files ?? [])]);
          // The same again is a choice too.
          currentTarget.value = "";
        }}
      />
    </>
  ) : null;
}
