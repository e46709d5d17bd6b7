import { Check, Copy } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { texts } from "../../texts";

const words = texts.campaigns;
const SHOWN_MS = 2500;

type State = "idle" | "copied" | "refused";

interface CopyLinkProps {
  code: string;
  name: string;
}

/** The public link of an element. Where the clipboard is refused, the link itself can be selected. */
export function CopyLink({ code, name }: CopyLinkProps) {
  const [state, setState] = useState<State>("idle");
  useEffect(() => {
    if (state !== "copied") return;
    const timer = setTimeout(() => setState("idle"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(publicLink(code));
      setState("copied");
    } catch {
      setState("refused");
    }
  };
  return (
    <span class="copy">
      <code>{state === "refused" ? publicLink(code) : `/r/${code}`}</code>
      <button type="button" class="button small" onClick={() => void copy()}>
        {state === "copied" ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
        <span>{state === "copied" ? words.copied : words.copy}</span>
        <span class="sr-only">{words.copyOf(name)}</span>
      </button>
      <span role="status" class={state === "refused" ? "under field-error" : "sr-only"}>
        {state === "copied" && words.copied}
        {state === "refused" && words.copyFailed}
      </span>
    </span>
  );
}

export function publicLink(code: string): string {
  return `${window.location.origin}/r/${code}`;
}
