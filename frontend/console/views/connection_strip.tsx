import { WifiOff } from "lucide-preact";
import { useDeskState } from "../desk";
import { useAfter } from "../now";
import { t } from "../texts";

/** A shorter interruption is nobody's business: what is written meanwhile goes out by itself. */
const PATIENCE_MS = 5_000;

/** Whether the line has been down for longer than a hiccup. */
export function useCutOff(): boolean {
  const connection = useDeskState((state) => state.connection);
  return useAfter(PATIENCE_MS, connection !== "connected");
}

/** Says calmly that the line is down once it lasts. */
export function ConnectionStrip() {
  return (
    <div role="status" class="connection">
      {useCutOff() && (
        <p class="strip strip-warning">
          <WifiOff size={16} aria-hidden="true" /> {navigator.onLine ? t.reconnectingStrip : t.offlineStrip}
        </p>
      )}
    </div>
  );
}
