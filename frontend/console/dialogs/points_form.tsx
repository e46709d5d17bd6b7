import { useQuery, useQueryClient } from "@tanstack/preact-query";
import { useId, useState } from "preact/hooks";
import { newClientId } from "../../client/client_id";
import type { PointsView } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { refusalOf } from "../state/live";
import { t } from "../texts";
import { pointsOf } from "./given";

const LONGEST_REASON = 200;
const EMPTY = { change: "", reason: "" };

/** Points are lines that are only ever added: a press that is repeated adds one. */
export function PointsForm({ contactId }: { contactId: string }) {
  const { rest } = useDesk();
  const queries = useQueryClient();
  const id = useId();
  const path = `contacts/${contactId}/points`;
  const queryKey = ["points", contactId];
  const account = useQuery({ queryKey, queryFn: ({ signal }) => rest.get<PointsView>(path, {}, signal) });
  const [draft, setDraft] = useState(EMPTY);
  const [key, setKey] = useState(newClientId);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState({ problem: "", done: "" });
  const change = pointsOf(draft.change);
  const wrong = {
    change: checked && change === null ? t.pointsWrong : "",
    reason: checked && !draft.reason.trim() ? t.pointsWhyMissing : "",
  };

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (change === null || !draft.reason.trim()) return;
    setBusy(true);
    try {
      const body = { change, reason: draft.reason.trim(), client_id: key };
      const after = await rest.post<PointsView>(path, body);
      queries.setQueryData(queryKey, after);
      setSaid({ problem: "", done: t.pointsGiven(after.balance) });
      setDraft(EMPTY);
      setChecked(false);
      setKey(newClientId());
    } catch (error) {
      setSaid({ problem: refusalOf(error).message, done: "" });
    }
    setBusy(false);
  }

  return (
    <form class="give-form give-points" onSubmit={submit} noValidate aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t.givePoints}</h3>
      <p class="soft">
        {account.isError ? t.pointsFailed : account.data && t.pointsNow(account.data.balance)}
      </p>
      <div class="give-pair">
        <label class="field">
          <span>{t.pointsMany}</span>
          <input
            inputMode="numeric"
            maxLength={8}
            value={draft.change}
            aria-invalid={wrong.change ? true : undefined}
            aria-describedby={`${id}-change`}
            onInput={(event) => setDraft({ ...draft, change: event.currentTarget.value })}
          />
          <span id={`${id}-change`} class={wrong.change ? "field-problem" : "soft"}>
            {wrong.change || t.pointsManyHint}
          </span>
        </label>
        <label class="field">
          <span>{t.pointsWhy}</span>
          <input
            dir="auto"
            maxLength={LONGEST_REASON}
            value={draft.reason}
            aria-invalid={wrong.reason ? true : undefined}
            aria-describedby={`${id}-reason`}
            onInput={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
          />
          <span id={`${id}-reason`} class="field-problem">
            {wrong.reason}
          </span>
        </label>
      </div>
      <p role="status" class="soft">
        {said.done}
      </p>
      <p role="alert" class="field-problem">
        {said.problem}
      </p>
      <div class="buttons buttons-end">
        <button type="submit" class="button" disabled={busy}>
          {t.givePoints}
        </button>
      </div>
    </form>
  );
}
