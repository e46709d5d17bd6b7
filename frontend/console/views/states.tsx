import type { ComponentChildren } from "preact";
import { useAfter } from "../now";
import { t } from "../texts";

const SHOW_AFTER_MS = 300;

/** Grey lines where content will be; nothing at all when it comes quickly. */
export function Skeleton({ lines, label }: { lines: number; label: string }) {
  const shown = useAfter(SHOW_AFTER_MS, true);
  if (!shown) return null;
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" />
      ))}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <p>{children}</p>}
    </div>
  );
}

interface FailedProps {
  what: string;
  why?: string | undefined;
  onRetry: () => void;
}

/** What happened, and the way to try again. */
export function Failed({ what, why, onRetry }: FailedProps) {
  return (
    <div class="empty" role="alert">
      <p class="empty-title">{what}</p>
      {why && <p>{why}</p>}
      <button type="button" class="button" onClick={onRetry}>
        {t.tryAgain}
      </button>
    </div>
  );
}
