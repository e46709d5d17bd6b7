import type { Pending } from "../../client/outbox";
import { useChat } from "../chat_context";
import { useLaterTexts } from "./texts";

/** Under a message the hub refused: why, and what can be done; its words never vanish by themselves. */
export function WhyNotSent({ pending: { clientId, error } }: { pending: Pending }) {
  const texts = useLaterTexts();
  const { client } = useChat();
  return (
    <small class="meta" role="alert">
      {texts.notSent} {texts.refusedBecause[error?.code ?? ""]}
      <button type="button" class="link" onClick={() => client.retry(clientId)}>
        {texts.tryAgain}
      </button>
      <button type="button" class="link" onClick={() => client.discard(clientId)}>
        {texts.discard}
      </button>
    </small>
  );
}
