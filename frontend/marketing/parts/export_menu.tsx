import { Download } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import type { ExportFormat, ExportName } from "../hub";
import { days } from "../measures/format";
import type { Period } from "../measures/period";
import { useHub } from "../session";
import { texts } from "../texts";

const NAMES: readonly ExportName[] = ["dialogues", "messages", "events"];
const FORMATS: readonly ExportFormat[] = ["csv", "jsonl", "parquet"];
const LABELS: Record<ExportFormat, string> = { csv: "CSV", jsonl: "JSONL", parquet: "Parquet" };

/** Plain download links, so that any size streams straight to the reader's disk. */
export function ExportMenu({ period }: { period: Period }) {
  const hub = useHub();
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  return (
    <details ref={menu} class="menu">
      <summary class="button">
        <Download size={16} aria-hidden="true" /> {texts.exports.title}
      </summary>
      <div class="menu-panel">
        <p class="soft">{texts.exports.lead(days(period.from, period.until))}</p>
        <ul>
          {NAMES.map((name) => (
            <li key={name}>
              <span>{texts.exports.names[name]}</span>
              {FORMATS.map((format) => (
                <a
                  key={format}
                  class="button small"
                  href={hub.exportAddress(name, format, period)}
                  download
                  aria-label={texts.exports.download(texts.exports.names[name], LABELS[format])}
                >
                  {LABELS[format]}
                </a>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

/** Escape and a click elsewhere close an open menu, as people expect of one. */
function useClosing(menu: { readonly current: HTMLDetailsElement | null }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector("summary")?.focus();
    };
    const onPointer = (event: PointerEvent) => {
      const inside = event.target instanceof Node && menu.current?.contains(event.target);
      if (menu.current && !inside) menu.current.open = false;
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPointer);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPointer);
    };
  }, [menu]);
}
