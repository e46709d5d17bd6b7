import type { Pending } from "../../client/outbox";
import { useChat } from "../chat_context";
import { Words } from "../contents/words";
import { WhyNotSent } from "../later";
import { useTexts } from "../texts";

/** What the visitor wrote and the hub has not shown back yet; only what is refused is read out. */
export function PendingLine({ pending }: { pending: Pending }) {
  const texts = useTexts();
  const { cutOff } = useChat().state;
  const failed = pending.state === "failed";
  const waiting = cutOff ? texts.waitingForLine : texts.sending;
  return (
    <div class={`line mine ${failed ? "failed" : "pending"}`}>
      <Words text={pending.label ?? pending.text} />
      {failed ? (
        <WhyNotSent pending={pending} />
      ) : (
        <small class="meta" aria-live="off">
          {pending.state === "sent" ? texts.sent : waiting}
        </small>
      )}
    </div>
  );
}
