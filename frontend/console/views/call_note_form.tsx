import { useQueryClient } from "@tanstack/preact-query";
import { useId, useState } from "preact/hooks";
import { SamtalError } from "../../client/ack";
import { newClientId } from "../../client/client_id";
import type { CallNoteBody, CallNoteView } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { t } from "../texts";

const LONGEST = 2000;

/** What was said on the phone; a note that was sent twice is kept once. */
export function CallNoteForm({ contactId, onDone }: { contactId: string; onDone: () => void }) {
  const { rest, actions } = useDesk();
  const queries = useQueryClient();
  const [clientId] = useState(newClientId);
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const id = useId();

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (busy || text.trim() === "") return;
    setBusy(true);
    const body: CallNoteBody = { client_id: clientId, text: text.trim() };
    try {
      await rest.post<CallNoteView>(`contacts/${contactId}/call-notes`, body);
    } catch (refused) {
      setBusy(false);
      return setError(refused instanceof SamtalError ? refused.message : t.callNoteRefused);
    }
    void queries.invalidateQueries({ queryKey: ["contact", contactId, "history"] });
    actions.say(t.callNoteKept);
    onDone();
  }

  return (
    <form class="fact-form" onSubmit={submit}>
      <label class="field" for={`${id}-text`}>
        <span>{t.callNoteLabel}</span>
        <textarea
          id={`${id}-text`}
          rows={4}
          maxLength={LONGEST}
          required
          autofocus
          dir="auto"
          value={text}
          aria-describedby={`${id}-hint ${id}-error`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p id={`${id}-hint`} class="soft">
        {t.callNoteHint}
      </p>
      <p id={`${id}-error`} role="alert" class={error ? "strip strip-danger" : "sr-only"}>
        {error}
      </p>
      <div class="buttons">
        <button type="submit" class="button button-small button-primary" disabled={busy}>
          {t.keep}
        </button>
        <button type="button" class="button button-small" onClick={onDone}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}
