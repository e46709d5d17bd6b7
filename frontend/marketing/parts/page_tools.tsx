import { Check, Printer, Share2 } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { moment } from "../measures/format";
import { fixedAddress } from "../measures/period";
import { usePlace } from "../places/use_place";
import { texts } from "../texts";

const words = texts.tools;
const SHOWN_MS = 2500;

type State = "idle" | "copied" | "refused";

/** A page on paper, and its address for a colleague: with dates instead of "the last 30 days", so that both read the same figures. */
export function PageTools() {
  const { period } = usePlace();
  const [state, setState] = useState<State>("idle");
  useEffect(() => {
    if (state !== "copied") return;
    const timer = setTimeout(() => setState("idle"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const link = fixedAddress(window.location.href, period);
  const share = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setState("copied");
    } catch {
      setState("refused");
    }
  };
  const Icon = state === "copied" ? Check : Share2;
  return (
    <div class="page-tools">
      <button type="button" class="button" title={words.shareHint} onClick={() => void share()}>
        <Icon size={16} aria-hidden="true" /> {state === "copied" ? words.copied : words.share}
      </button>
      <button type="button" class="button" onClick={() => window.print()}>
        <Printer size={16} aria-hidden="true" /> {words.print}
      </button>
      <span role="status" class={state === "refused" ? "under" : "sr-only"}>
        {state === "copied" && words.copied}
        {state === "refused" && (
          <>
            {words.refused} <code>{link}</code>
          </>
        )}
      </span>
    </div>
  );
}

/** Stands on paper only: where it came from and when. */
export function Imprint() {
  const { period } = usePlace();
  return (
    <p class="imprint" aria-hidden="true">
      {moment(new Date().toISOString())} · <bdi>{fixedAddress(window.location.href, period)}</bdi>
    </p>
  );
}
