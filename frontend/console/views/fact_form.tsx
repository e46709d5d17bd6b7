import { useQueryClient } from "@tanstack/preact-query";
import { useId, useState } from "preact/hooks";
import { SamtalError } from "../../client/ack";
import type { FactBody, FactView } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { t } from "../texts";
import { FactValueField } from "./fact_value_field";
import { likelyKind, type SelectedWords } from "./selected_words";

interface Props {
  contactId: string;
  conversationId: string;
  /** The visitor's words that say it, where the agent marked some. */
  words?: SelectedWords | null;
  onDone: () => void;
}

/** Something the agent learned, told to memory in the agent's name. */
export function FactForm({ contactId, conversationId, words, onDone }: Props) {
  const { rest, actions } = useDesk();
  const queries = useQueryClient();
  const [key, setKey] = useState((words && likelyKind(words.quote)) ?? "name");
  const [value, setValue] = useState(words?.quote ?? "");
  const [error, setError] = useState<string>();
  const domId = useId();

  function turnTo(next: string) {
    setKey(next);
    setError(undefined);
    // A code of one list says nothing in another kind.
    if (t.factOptions[next] || t.factOptions[key]) setValue(t.factOptions[next] ? "" : (words?.quote ?? ""));
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const source = words && {
      message_id: words.messageId,
      start: words.start,
      end: words.end,
      quote: words.quote,
    };
    const body: FactBody = { key, value, conversation_id: conversationId, ...source };
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
        <select value={key} onChange={(event) => turnTo(event.currentTarget.value)}>
          {Object.entries(t.factKinds).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label class="field" for={`${domId}-value`}>
        <span>{t.factValue}</span>
        <FactValueField
          id={`${domId}-value`}
          kind={key}
          value={value}
          onValue={setValue}
          error={error}
          errorId={`${domId}-error`}
          required
          autofocus
        />
      </label>
      <p id={`${domId}-error`} role="alert" class={error ? "strip strip-danger" : "sr-only"}>
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
