import { useState } from "preact/hooks";
import type { ConversationView } from "../../wire/events.gen";
import { useDesk } from "../desk";
import { t } from "../texts";
import { useCard } from "../views/card_query";
import { Modal } from "../views/modal";
import { Failed, Skeleton } from "../views/states";
import { nameOf } from "../words";
import { type LearnedRow, learnedFrom, rowsOf } from "./learned";
import { LearnedRows } from "./learned_rows";

interface Props {
  conversation: ConversationView;
  onClose: () => void;
}

const LONGEST_NOTE = 200;

/** Gives the chat back to the bot, with what the agent learned. */
export function ReturnDialog({ conversation, onClose }: Props) {
  const { actions } = useDesk();
  const card = useCard(conversation.id, conversation.contact.id);
  // Once something is changed here, what becomes known meanwhile does not move it.
  const [edited, setEdited] = useState<readonly LearnedRow[]>();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const rows = edited ?? rowsOf(card.data?.known ?? []);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const note = String(new FormData(form).get("note")).trim();
    setBusy(true);
    const refused = await actions.returnToBot(conversation.id, note, learnedFrom(rows));
    setBusy(false);
    if (refused && Object.keys(refused.fields).length > 0) {
      setErrors(refused.fields);
      setEdited(rows);
      return;
    }
    if (!refused) actions.say(t.returned);
    onClose();
  }

  return (
    <Modal title={t.returnTitle(nameOf(conversation))} onClose={onClose} className="modal-wide">
      <form class="return-form" onSubmit={submit}>
        <label class="field">
          <span>{t.returnNote}</span>
          <textarea
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
            name="note"
            rows={2}
            maxLength={LONGEST_NOTE}
            autofocus
            dir="auto"
            placeholder={t.returnExample}
          />
        </label>
        {card.isPending && <Skeleton lines={2} label={t.loading} />}
        {card.isError && <Failed what={t.cardFailed} onRetry={() => void card.refetch()} />}
        {!card.isPending && <LearnedRows rows={rows} errors={errors} onChange={setEdited} />}
        {Object.keys(errors).length > 0 && (
          <p role="alert" class="field-problem">
            {t.learnedNotTaken}
          </p>
        )}
        <div class="buttons buttons-end">
          <button type="button" class="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button type="submit" class="button button-primary" disabled={busy}>
            {t.giveBack}
          </button>
        </div>
      </form>
    </Modal>
  );
}
