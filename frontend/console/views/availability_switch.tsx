import { useDesk, useDeskState } from "../desk";
import type { Availability } from "../state/model";
import { t } from "../texts";

const STATES: readonly Availability[] = ["online", "away", "offline"];

/** Whether new chats may come to me. */
export function AvailabilitySwitch() {
  const { actions } = useDesk();
  const availability = useDeskState((state) => state.account?.availability ?? "offline");
  const isConnected = useDeskState((state) => state.connection === "connected");
  return (
    <label class="availability">
      <span class={`presence presence-${availability}`} aria-hidden="true" />
      <span class="sr-only">{t.availability}</span>
      <select
        value={availability}
        disabled={!isConnected}
        onChange={(event) => void actions.setAvailability(event.currentTarget.value as Availability)}
      >
        {STATES.map((state) => (
          <option key={state} value={state}>
            {t.availabilities[state]}
          </option>
        ))}
      </select>
    </label>
  );
}
