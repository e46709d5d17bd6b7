import { useEffect, useRef } from "preact/hooks";
import { useDesk } from "../desk";

const AGAIN_AFTER_MS = 3000;
const ENDS_AFTER_MS = 5000;

/** Tells the visitor and colleagues that one is typing, now and then, and when one has stopped. */
export function useTypingSign(conversationId: string, isActive: boolean) {
  const { live } = useDesk();
  const toldAt = useRef(0);
  const ending = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  function ended() {
    clearTimeout(ending.current);
    if (toldAt.current === 0) return;
    toldAt.current = 0;
    live.tellTyping(conversationId, false);
  }

  function wrote(text: string) {
    if (!isActive) return;
    if (!text.trim()) return ended();
    clearTimeout(ending.current);
    ending.current = setTimeout(ended, ENDS_AFTER_MS);
    if (Date.now() - toldAt.current < AGAIN_AFTER_MS) return;
    toldAt.current = Date.now();
    live.tellTyping(conversationId, true);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only leaving the chat ends the sign by itself
  useEffect(() => ended, [conversationId]);

  return { wrote, ended };
}
