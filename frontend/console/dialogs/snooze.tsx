import { useState } from "preact/hooks";
import type { ConversationView } from "../../wire/events.gen";
import { useDesk } from "../desk";
import { t } from "../texts";
import { Modal } from "../views/modal";
import { nameOf } from "../words";
import { inAnHour, localMinute, mondayMorning, tomorrowMorning } from "./snooze_times";

interface Props {
  conversation: ConversationView;
  onClose: () => void;
}

/** Out of the way until they write, or until a time. */
export function SnoozeDialog({ conversation, onClose }: Props) {
  const { actions } = useDesk();
  const [opened] = useState(() => new Date());
  const [at, setAt] = useState(() => localMinute(tomorrowMorning(opened)));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");

  async function until(time: Date | null) {
    if (time && !(time.getTime() > Date.now())) return setProblem(t.snoozePast);
    setBusy(true);
    await actions.snooze(conversation.id, time);
    onClose();
  }

  const times = [
    { label: t.snoozeUntilWords, time: null },
    { label: t.snoozeHour, time: inAnHour(opened) },
    { label: t.snoozeTomorrow, time: tomorrowMorning(opened) },
    { label: t.snoozeMonday, time: mondayMorning(opened) },
  ];
  return (
    <Modal title={t.snoozeTitle(nameOf(conversation))} onClose={onClose}>
      <ul class="options">
        {times.map(({ label, time }, place) => (
          <li key={label}>
            <button
              type="button"
              class="option"
              autofocus={place === 0}
              disabled={busy}
              onClick={() => void until(time)}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="tag-form"
        onSubmit={(event) => {
          event.preventDefault();
          void until(new Date(at));
        }}
      >
        <label class="field">
          <span>{t.snoozeAt}</span>
          <input
            type="datetime-local"
            value={at}
            required
            aria-invalid={problem ? "true" : undefined}
            aria-describedby={problem ? "snooze-problem" : undefined}
            onInput={(event) => {
              setAt(event.currentTarget.value);
              setProblem("");
            }}
          />
        </label>
        <button type="submit" class="button" disabled={busy}>
          {t.snoozeSet}
        </button>
      </form>
      {problem && (
        <p id="snooze-problem" role="alert" class="field-problem">
          {problem}
        </p>
      )}
    </Modal>
  );
}
