import { useEffect } from "preact/hooks";
import { useChat } from "../chat_context";

/** Longer than that the next time the chat is opened will do. */
const TOLD_WITHIN_MS = 15_000;
/** The hub counts once a person; this spares it the asking. */
const told = new Set<string>();

/** Stands where the open dialogue is: tells the hub, where it counts that, when its greeting was really seen. */
export function GreetingSeen() {
  const { client, state } = useChat();
  const shown = state.greeted ? state.greeting?.shown : null;
  useEffect(() => {
    if (!shown) return;
    const tell = () => {
      if (document.hidden || state.connection !== "connected" || told.has(shown)) return;
      told.add(shown);
      client.parts[0]
        .request("greeting_seen", { shown }, { withinMs: TOLD_WITHIN_MS })
        .catch(() => told.delete(shown));
    };
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [client, shown, state.connection]);
  return null;
}
