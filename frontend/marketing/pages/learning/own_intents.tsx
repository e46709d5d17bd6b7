import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { IntentView } from "../../../wire/rest.gen";
import { reasonOf } from "../../parts/states";
import { readable } from "../../places/names";
import { IntentForm } from "./intent_form";
import { useRemoveIntent } from "./queries";
import { words } from "./texts";

const texts = words.intents;

/** What people made here, and the way to make one more. */
export function OwnIntents({ intents }: { intents: readonly IntentView[] }) {
  const remove = useRemoveIntent();
  const [making, setMaking] = useState(false);
  const own = intents.filter(({ answers }) => answers !== null && answers !== undefined);
  return (
    <div class="own-intents">
      <button type="button" class="button" disabled={intents.length === 0} onClick={() => setMaking(true)}>
        <Plus size={16} aria-hidden="true" /> {texts.make}
      </button>
      {own.length > 0 && (
        <ul class="chips" aria-label={texts.own}>
          {own.map(({ name }) => (
            <li key={name}>
              <button
                type="button"
                class="chip-button"
                aria-label={texts.remove(readable(name))}
                onClick={() => remove.mutate(name)}
              >
                {readable(name)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div role="alert">{remove.error && <p class="field-error">{reasonOf(remove.error)}</p>}</div>
      {making && <IntentForm intents={intents} onClose={() => setMaking(false)} />}
    </div>
  );
}
