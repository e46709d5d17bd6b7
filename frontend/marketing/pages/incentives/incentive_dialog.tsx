import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Dialog } from "../../parts/dialog";

interface IncentiveDialogProps {
  /** The incentive's, for who does not see its row. */
  name: string;
  open: string;
  title: string;
  children: (close: () => void) => ComponentChildren;
}

/** A small button in an incentive's row, and the dialog that it opens. */
export function IncentiveDialog({ name, open, title, children }: IncentiveDialogProps) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" class="button small" onClick={() => setOpen(true)}>
        {open}
        <span class="sr-only"> {name}</span>
      </button>
      {isOpen && (
        <Dialog title={title} onClose={close}>
          {children(close)}
        </Dialog>
      )}
    </>
  );
}
