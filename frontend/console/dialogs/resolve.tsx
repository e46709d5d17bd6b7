import { useState } from "preact/hooks";
import type { ConversationView } from "../../wire/events.gen";
import { useDesk } from "../desk";
import { t } from "../texts";
import { Key } from "../views/key";
import { Modal } from "../views/modal";
import { nameOf } from "../words";

interface Props {
  conversation: ConversationView;
  onClose: () => void;
}

/** Ends a chat with one question: is the customer's problem solved? */
export function ResolveDialog({ conversation, onClose }: Props) {
  const { actions } = useDesk();
  const [busy, setBusy] = useState(false);

  async function resolve(solved: boolean) {
    if (busy) return;
    setBusy(true);
    if (await actions.resolve(conversation.id, solved))
      actions.say(solved ? t.resolvedSolved : t.resolvedOpen);
    onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    const answer = { y: true, n: false }[event.key];
    if (answer === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    void resolve(answer);
  }

  return (
    <Modal title={t.resolveTitle(nameOf(conversation))} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the letters only repeat the buttons */}
      <div onKeyDown={onKeyDown}>
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
