import { useDesk, useDeskState } from "../desk";
import type { Pending, Refusal } from "../state/model";
import { standingOf } from "../state/rights";
import { refusalText, t } from "../texts";
import { useCutOff } from "./connection_strip";

interface Props {
  pending: Pending;
  onTakeBack: (pending: Pending) => void;
}

/** A reply on its way, or one that was refused with what can be done about it. */
export function PendingMessage({ pending, onTakeBack }: Props) {
  const { sender } = useDesk();
  const isCutOff = useCutOff();
  const { refusal, writing, clientId } = pending;
  const look = writing === "note" ? "note" : "agent";
  return (
    <li class={`message message-${look} ${refusal ? "message-refused" : "message-pending"}`}>
      <div class="bubble">
        <p class="words" dir="auto">
          {pending.text}
        </p>
      </div>
      {!refusal && <span class="message-time">{isCutOff ? t.sendsWhenBack : t.sending}</span>}
      {refusal && (
        <div class="refusal" role="alert">
          <p>
            <strong>{t.notSent}</strong> <WhyNot pending={pending} refusal={refusal} />
          </p>
          <div class="buttons">
            <button type="button" class="button button-small" onClick={() => onTakeBack(pending)}>
              {t.backToBox}
            </button>
            <TryAgain pending={pending} refusal={refusal} />
            <button type="button" class="button button-small" onClick={() => sender.withdraw(clientId)}>
              {t.discard}
            </button>
          </div>
        </div>
      )}
    </li>
  );
}

function WhyNot({ pending, refusal }: { pending: Pending; refusal: Refusal }) {
  const conversation = useDeskState((state) => state.conversations.byId[pending.conversationId]);
  const me = useDeskState((state) => state.account?.id ?? "");
  if (refusal.code !== "conflict" || !conversation) return <>{refusalText(refusal)}</>;
  const standing = standingOf(conversation, me);
  return <>{t.changedHands(standing, conversation.owner.name || t.colleague)}</>;
}

/** Under an owner who is somebody else a second try could only be refused again. */
function TryAgain({ pending, refusal }: { pending: Pending; refusal: Refusal }) {
  const { sender } = useDesk();
  const isMine = useDeskState((state) => {
    const conversation = state.conversations.byId[pending.conversationId];
    return conversation !== undefined && standingOf(conversation, state.account?.id ?? "") === "mine";
  });
  const isHopeless = refusal.code === "invalid" || refusal.code === "too_large";
  if (isHopeless || (pending.writing === "message" && !isMine)) return null;
  return (
    <button type="button" class="button button-small" onClick={() => sender.sendAgain(pending.clientId)}>
      {t.tryAgain}
    </button>
  );
}
