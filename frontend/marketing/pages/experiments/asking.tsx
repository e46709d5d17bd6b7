import { useState } from "preact/hooks";
import { Dialog } from "../../parts/dialog";

interface AskingProps {
  label: string;
  title: string;
  sure: string;
  yes: string;
  no: string;
  primary?: boolean;
  disabled?: boolean;
  pending: boolean;
  problem: string | null;
  onYes: () => void;
}

/** A button for what cannot be taken back: it asks first. */
export function Asking({
  label,
  title,
  sure,
  yes,
  no,
  primary,
  disabled,
  pending,
  problem,
  onYes,
}: AskingProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button
        type="button"
        class={primary ? "button primary" : "button"}
        disabled={disabled ?? false}
        onClick={() => setAsking(true)}
      >
        {label}
      </button>
      {asking && (
        <Dialog title={title} onClose={() => setAsking(false)}>
          <p>{sure}</p>
          <div role="alert">{problem && <p class="field-error">{problem}</p>}</div>
          <div class="row end">
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {no}
            </button>
            <button type="button" class="button primary" disabled={pending} onClick={onYes}>
              {yes}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
