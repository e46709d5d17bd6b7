import type { Keep } from "../../client/keep";
import { useChat } from "../chat_context";
import { useTexts } from "../texts";

/** A lost line is told once it lasts, calmly: what is written now is sent later. */
export function Banner({ keep, missing }: { keep: Keep; missing: boolean }) {
  const texts = useTexts();
  const { connection, cutOff, outbox } = useChat().state;
  const away = navigator.onLine ? texts.reconnecting : texts.offline;
  const words = connection === "refused" ? texts.refused : cutOff ? away : missing ? texts.missing : null;
  const mayBeLost = cutOff && !keep.lasting && outbox.length > 0;
  return (
    <div role="status" class={words ? "banner" : ""}>
      {words} {mayBeLost ? texts.notKept : null}
    </div>
  );
}
