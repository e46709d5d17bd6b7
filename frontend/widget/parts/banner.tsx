import { useEffect, useState } from "preact/hooks";
import { useChat } from "../chat_context";
import { useTexts } from "../texts";

const PATIENCE_MS = 1_500;

/** A lost line is told once it lasts; a short hiccup is nobody's business. */
export function Banner() {
  const texts = useTexts();
  const { state } = useChat();
  const down = state.connection === "offline" || (state.connection === "connecting" && state.inbox !== null);
  const [lasting, setLasting] = useState(false);

  useEffect(() => {
    if (!down) {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [down]);

  const words = state.connection === "refused" ? texts.refused : lasting ? texts.offline : null;
  return (
    <div role="status" class={words ? "banner" : ""}>
      {words}
    </div>
  );
}
