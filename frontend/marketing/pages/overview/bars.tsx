import { Search } from "lucide-preact";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { isEnough } from "../../measures/evidence";
import { bounds, number, share } from "../../measures/format";
import { wilson } from "../../measures/interval";
import { SearchField } from "../../parts/search_field";
import { texts } from "../../texts";

export interface Row {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly href: string;
}

interface BarsProps {
  title: string;
  base: number;
  baseText: string;
  rows: readonly Row[];
  empty: string;
}

/** Longer lists are folded and can be searched. */
const SHORT = 8;

export function Bars({ title, base, baseText, rows, empty }: BarsProps) {
  const [words, setWords] = useState("");
  const [all, setAll] = useState(false);
  const found = rows.filter((row) => row.label.toLowerCase().includes(words.toLowerCase()));
  const shown = all ? found : found.slice(0, SHORT);
  return (
    <section class="panel">
      <header class="panel-head">
        <h2>{title}</h2>
        {rows.length > 0 && <p class="faint">{baseText}</p>}
      </header>
      {rows.length > SHORT && (
        <SearchField
          label={texts.overview.searchIn(title)}
          icon={<Search size={16} aria-hidden="true" />}
          value={words}
          onSearch={setWords}
        />
      )}
      {rows.length === 0 && <p class="soft">{empty}</p>}
      {rows.length > 0 && found.length === 0 && <p class="soft">{texts.overview.noMatch}</p>}
      <ul class="bars">
        {shown.map((row) => (
          <BarRow key={row.key} row={row} base={base} />
        ))}
      </ul>
      {shown.length < found.length && (
        <button type="button" class="link-button" onClick={() => setAll(true)}>
          {texts.overview.showAll(number(found.length))}
        </button>
      )}
    </section>
  );
}

/** A full bar is the whole base, so that bars of different lists may be compared. */
function BarRow({ row, base }: { row: Row; base: number }) {
  return (
    <li>
      <Link class="bar-link" href={row.href}>
        <span class="bar-label">
          <bdi>{row.label}</bdi>
        </span>
        <span class="bar-figures">
          <strong>{number(row.count)}</strong> <span class="faint">{shareText(row.count, base)}</span>
        </span>
        <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <rect class="bar-track" width="100" height="6" />
          <rect class="bar-fill" width={Math.min(100, (100 * row.count) / Math.max(1, base))} height="6" />
        </svg>
      </Link>
    </li>
  );
}

function shareText(count: number, base: number): string {
  const estimate = wilson(count, base);
  if (estimate === null || !isEnough(base)) return "";
  return `${share(estimate.value)} ${bounds(estimate)}`;
}
