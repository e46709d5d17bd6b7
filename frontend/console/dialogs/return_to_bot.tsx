import { useState } from "preact/hooks";
import type { ConversationView } from "../../wire/events.gen";
import { useDesk } from "../desk";
import { t } from "../texts";
import { Modal } from "../views/modal";
import { nameOf } from "../words";

interface Props {
  conversation: ConversationView;
  onClose: () => void;
}

const LONGEST_NOTE = 200;

/** Gives the chat back to the bot, with what the agent learned. */
export function ReturnDialog({ conversation, onClose }: Props) {
  const { actions } = useDesk();
  const [busy, setBusy] = useState(false);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    if (await actions.returnToBot(conversation.id, String(form.get("note")).trim())) actions.say(t.returned);
    onClose();
  }

  return (
    <Modal title={t.returnTitle(nameOf(conversation))} onClose={onClose}>
      <form onSubmit={submit}>
        <label class="field">
          <span>{t.returnNote}</span>
          <textarea
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
            name="note"
            rows={3}
            maxLength={LONGEST_NOTE}
            autofocus
            placeholder={t.returnExample}
          />
        </label>
        <div class="buttons buttons-end">
          <button type="button" class="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button type="submit" class="button button-primary" disabled={busy}>
            {t.toBotLong}
          </button>
        </div>
      </form>
    </Modal>
  );
}
