import { useEffect } from "preact/hooks";
import { useChat } from "../chat_context";

const TOLD_WITHIN_MS = 15_000;
/** A hub that is busy is told again, each time later; longer than the last the next opening of the chat will do. */
const AGAIN_MS = 3_000;
const LAST_MS = 100_000;
/** The hub counts once a person; this spares it the asking. */
const told = new Set<string>();

/** Stands where the open dialogue is: tells the hub, where it counts that, when its greeting was really seen. */
export function GreetingSeen() {
  const { client, state } = useChat();
  const shown = state.greeted ? state.greeting?.shown : null;
  useEffect(() => {
    if (!shown) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const tell = (again: number) => {
      if (document.hidden || state.connection !== "connected" || told.has(shown)) return;
      told.add(shown);
      client.parts[0].request("greeting_seen", { shown }, { withinMs: TOLD_WITHIN_MS }).catch(() => {
        told.delete(shown);
        if (!ended && again < LAST_MS) timer = setTimeout(tell, again, 2 * again);
      });
    };
    const look = () => tell(AGAIN_MS);
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [client, shown, state.connection]);
  return null;
}
