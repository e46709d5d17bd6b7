import { X } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useDesk, useDeskState } from "../desk";
import type { Notice } from "../state/model";
import { t } from "../texts";

const PLAIN_STAYS_MS = 6000;

/** What was done or refused just now. */
export function Notices() {
  const notices = useDeskState((state) => state.notices);
  return (
    <div class="notices" role="status" aria-live="polite">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const { store } = useDesk();
  const { id, tone } = notice;

  useEffect(() => {
    // What went wrong stays until it was seen.
    if (tone === "danger") return;
    const timer = setTimeout(() => store.dispatch({ type: "dismissed", id }), PLAIN_STAYS_MS);
    return () => clearTimeout(timer);
  }, [store, id, tone]);

  return (
    <p class={`notice notice-${tone}`}>
      <span>{notice.text}</span>
      <button
        type="button"
        class="icon-button"
        aria-label={t.dismiss}
        onClick={() => store.dispatch({ type: "dismissed", id })}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </p>
  );
}
