import { useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { SamtalError } from "../../client/ack";
import type { FactView } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { t } from "../texts";

interface Props {
  contactId: string;
  conversationId: string;
  onDone: () => void;
}

/** Something the agent learned, told to memory in the agent's name. */
export function FactForm({ contactId, conversationId, onDone }: Props) {
  const { rest, actions } = useDesk();
  const queries = useQueryClient();
  const [key, setKey] = useState("name");
  const [error, setError] = useState<string>();

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const body = { key, value: String(form.get("value")), conversation_id: conversationId };
    try {
      await rest.post<FactView>(`contacts/${contactId}/facts`, body);
    } catch (refused) {
      return setError(refused instanceof SamtalError ? refused.message : t.factRefused);
    }
    void queries.invalidateQueries({ queryKey: ["contact", contactId] });
    actions.say(t.factKept);
    onDone();
  }

  return (
    <form class="fact-form" onSubmit={submit}>
      <label class="field">
        <span>{t.factKind}</span>
        <select value={key} onChange={(event) => setKey(event.currentTarget.value)}>
          {Object.entries(t.factKinds).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label class="field" for="fact-value">
        <span>{t.factValue}</span>
        {key === "open_problem" ? (
          <select name="value" id="fact-value">
            {Object.entries(t.problems).map(([problem, words]) => (
              <option key={problem} value={problem}>
                {words}
              </option>
            ))}
          </select>
        ) : (
          <input
            name="value"
            id="fact-value"
            required
            maxLength={200}
            autofocus
            aria-describedby="fact-error"
          />
        )}
      </label>
      <p id="fact-error" role="alert" class={error ? "strip strip-danger" : "sr-only"}>
        {error}
      </p>
      <div class="buttons">
        <button type="submit" class="button button-small button-primary">
          {t.keep}
        </button>
        <button type="button" class="button button-small" onClick={onDone}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}
