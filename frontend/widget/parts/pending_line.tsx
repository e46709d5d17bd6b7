import type { Pending } from "../../client/outbox";
import { useChat } from "../chat_context";
import { Words } from "../contents/words";
import { useTexts } from "../texts";

/** What the visitor wrote and the hub has not shown back yet; it never vanishes by itself. */
export function PendingLine({ pending }: { pending: Pending }) {
  const texts = useTexts();
  const { client, state } = useChat();
  const words = pending.label ?? pending.text;
  if (pending.state === "failed") {
    const reason = texts.refusedBecause[pending.error?.code ?? ""];
    return (
      <div class="line mine failed">
        <Words text={words} />
        <small class="meta" role="alert">
          {texts.notSent} {reason}
          <button type="button" class="link" onClick={() => client.retry(pending.clientId)}>
            {texts.tryAgain}
          </button>
          <button type="button" class="link" onClick={() => client.discard(pending.clientId)}>
            {texts.discard}
          </button>
        </small>
      </div>
    );
  }
  const waiting = state.connection === "connected" ? texts.sending : texts.waitingForLine;
  return (
    <div class="line mine pending">
      <Words text={words} />
      <small class="meta">{pending.state === "sent" ? texts.sent : waiting}</small>
    </div>
  );
}
