import { Paperclip } from "lucide-preact";
import { useRef } from "preact/hooks";
import { t } from "../../texts";

/** Opens the computer's own choice of files. */
export function AttachButton({
  disabled,
  onChoose,
}: {
  disabled: boolean;
  onChoose: (files: File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="icon-button attach"
        disabled={disabled}
        aria-label={t.attach}
        title={t.attach}
        onClick={() => input.current?.click()}
      >
        <Paperclip size={18} aria-hidden="true" />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onChoose([...(currentTarget.files ?? [])]);
          // The same again is a choice too.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
