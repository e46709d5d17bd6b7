import { useState } from "preact/hooks";
import { words } from "./texts";

/** Told once: whoever closes it cannot see it again. */
export function Secret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const [copied, setCopied] = useState(false);
  return (
    <section class="sheet sheet-open" aria-label={words.secretTitle}>
      <h3>{words.secretTitle}</h3>
      <p>{words.secretHint}</p>
      <input
        readOnly
        dir="ltr"
        aria-label={words.secretTitle}
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="buttons">
        <button
          type="button"
          class="button button-primary"
          onClick={() => {
            // Only a page under TLS may write there; elsewhere it can be marked by hand.
            void navigator.clipboard?.writeText(secret).then(() => setCopied(true));
          }}
        >
          {words.copy}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {words.done}
        </button>
        <span role="status">{copied ? words.copied : ""}</span>
      </div>
    </section>
  );
}
