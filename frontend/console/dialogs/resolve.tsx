import { useId, useState } from "preact/hooks";
import type { ConversationView } from "../../wire/events.gen";
import { useDesk, useMe } from "../desk";
import { t } from "../texts";
import { Key } from "../views/key";
import { Modal } from "../views/modal";
import { nameOf } from "../words";

interface Props {
  conversation: ConversationView;
  onClose: () => void;
}

const SCORES = [1, 2, 3, 4, 5] as const;
const LONGEST = 200;

/** Ends a chat with one question: is the customer's problem solved? Who answered may say how it went. */
export function ResolveDialog({ conversation, onClose }: Props) {
  const { actions, rest } = useDesk();
  const me = useMe();
  const [busy, setBusy] = useState(false);
  const [score, setScore] = useState<number>();
  const [reason, setReason] = useState("");
  const { owner } = conversation;
  const isMine = owner.kind === "agent" && owner.agent_id === me;

  async function resolve(solved: boolean) {
    if (busy) return;
    setBusy(true);
    if (await actions.resolve(conversation.id, solved)) {
      const isRated = await rate();
      actions.say(isRated ? (solved ? t.resolvedSolved : t.resolvedOpen) : t.ratingRefused);
    }
    onClose();
  }

  /** Apart from the ending, which stands whatever becomes of it. */
  async function rate(): Promise<boolean> {
    if (score === undefined) return true;
    const comment = reason.trim();
    try {
      await rest.post(`conversations/${conversation.id}/rating`, { score, ...(comment && { comment }) });
      return true;
    } catch {
      return false;
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Letters that are written are words.
    if (event.target instanceof HTMLInputElement && event.target.type === "text") return;
    const rated = SCORES.find((one) => String(one) === event.key);
    const answer = { y: true, n: false }[event.key];
    if (answer === undefined && (rated === undefined || !isMine)) return;
    event.preventDefault();
    if (answer !== undefined) void resolve(answer);
    else setScore(rated);
  }

  return (
    <Modal title={t.resolveTitle(nameOf(conversation))} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the letters only repeat the buttons */}
      <div class="resolve" onKeyDown={onKeyDown}>
        {isMine && <Verdict score={score} onScore={setScore} reason={reason} onReason={setReason} />}
        <p>{t.resolveAsk}</p>
        <div class="buttons buttons-end">
          <button type="button" class="button" disabled={busy} onClick={() => void resolve(false)}>
            {t.notSolved} <Key>n</Key>
          </button>
          <button
            type="button"
            class="button button-primary"
            autofocus
            disabled={busy}
            onClick={() => void resolve(true)}
          >
            {t.solved} <Key>y</Key>
          </button>
        </div>
      </div>
    </Modal>
  );
}

interface VerdictProps {
  score: number | undefined;
  onScore: (score: number) => void;
  reason: string;
  onReason: (reason: string) => void;
}

/** How it went, from 1 to 5, and why; neither has to be said. */
function Verdict({ score, onScore, reason, onReason }: VerdictProps) {
  const id = useId();
  return (
    <fieldset class="verdict">
      <legend>
        {t.ratingAsk} <Key>1–5</Key>
      </legend>
      <p class="verdict-scores">
        {SCORES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`${id}-score`}
              value={one}
              checked={score === one}
              onChange={() => onScore(one)}
            />{" "}
            {t.ratingScores[one]}
          </label>
        ))}
      </p>
      {score !== undefined && (
        <label class="field" for={`${id}-reason`}>
          <span>{t.ratingWhy}</span>
          <input
            id={`${id}-reason`}
            type="text"
            maxLength={LONGEST}
            dir="auto"
            value={reason}
            onInput={(event) => onReason(event.currentTarget.value)}
          />
        </label>
      )}
    </fieldset>
  );
}
