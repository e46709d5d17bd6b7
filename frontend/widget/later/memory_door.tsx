import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { again } from "../again";
import { useChat } from "../chat_context";
import { Skeleton } from "../parts/skeleton";
import { useTexts } from "../texts";
import { useLaterTexts } from "./texts";

let panel: FunctionComponent | undefined;

const load = again(() => import("./memory/panel"));

async function fetchPanel(tag: string) {
  const part = await load();
  await part.fetchMemoryTexts(tag);
  return part;
}

/** Stands for what we remember until its file has come: few visitors ever look. */
export function Memory() {
  const texts = useLaterTexts();
  const { tag } = useTexts();
  const { root } = useChat();
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: again with every try
  useEffect(() => {
    if (panel) return;
    fetchPanel(tag).then(
      (part) => {
        panel = part.Memory;
        root.adoptedStyleSheets.push(part.sheet);
        setTries((count) => count + 1);
      },
      () => setFailed(true),
    );
  }, [tries]);

  if (panel) {
    const Panel = panel;
    return <Panel />;
  }
  if (!failed) return <Skeleton />;
  return (
    <p class="empty" role="alert">
      {texts.memoryFailed}
      <button
        type="button"
        class="link"
        onClick={() => {
          setFailed(false);
          setTries(tries + 1);
        }}
      >
        {texts.tryAgain}
      </button>
    </p>
  );
}
