import { X } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../texts";

interface Props {
  title: string;
  onClose: () => void;
  className?: string;
  children: ComponentChildren;
}

/** A native dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Modal({ title, onClose, className = "", children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // At once, so that the next key already lands in the dialog.
  useLayoutEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class={`modal ${className}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={(event) => event.key !== "Escape" && event.stopPropagation()}
    >
      <div class="modal-inside">
        <header class="modal-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" class="icon-button" aria-label={t.close} onClick={onClose}>
            <X size={18} aria-hidden="true" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
