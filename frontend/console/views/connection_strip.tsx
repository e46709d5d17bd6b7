import { WifiOff } from "lucide-preact";
import { useDeskState } from "../desk";
import { useAfter } from "../now";
import { t } from "../texts";

const PATIENCE_MS = 1000;

/** Says that the line is down once it is not just a blink. */
export function ConnectionStrip() {
  const connection = useDeskState((state) => state.connection);
  const isDown = useAfter(PATIENCE_MS, connection !== "connected");
  return (
    <div role="status" class="connection">
      {isDown && (
        <p class="strip strip-warning">
          <WifiOff size={16} aria-hidden="true" /> {t.offlineStrip}
        </p>
      )}
    </div>
  );
}
