import { useMemo, useState } from "preact/hooks";
import { VisitorMemory } from "../../client/visitor_memory";
import { useChat } from "../chat_context";
import { useLaterTexts } from "./texts";

/** Where the law wants a yes: asked once it matters, beside the dialogue and never in its way. */
export function ConsentQuestion() {
  const texts = useLaterTexts();
  const { client, state } = useChat();
  const memory = useMemo(() => new VisitorMemory(...client.parts), [client]);
  const [failed, setFailed] = useState(false);
  if (!state.asks.includes("memory") || !state.conversation) return null;

  function answer(granted: boolean) {
    setFailed(false);
    memory.setConsent("memory", granted).catch(() => setFailed(true));
  }

  return (
    <section class="asks" aria-label={texts.askMemory}>
      <p>{texts.askMemory}</p>
      {failed ? <p role="alert">{texts.memoryNotDone}</p> : null}
      <button type="button" class="link" onClick={() => answer(true)}>
        {texts.askMemoryYes}
      </button>
      <button type="button" class="link" onClick={() => answer(false)}>
        {texts.askMemoryNo}
      </button>
    </section>
  );
}
