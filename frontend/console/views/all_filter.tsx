import { Search } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Wanted } from "../state/lists";
import { t } from "../texts";

interface Props {
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}

const TYPING_PAUSE_MS = 300;

export function AllFilter({ wanted, onChange }: Props) {
  const [words, setWords] = useState(wanted.q);
  const latest = useRef({ wanted, onChange });
  latest.current = { wanted, onChange };

  useEffect(() => {
    const timer = setTimeout(() => {
      const { wanted: now, onChange: tell } = latest.current;
      if (words.trim() !== now.q) tell({ ...now, q: words.trim() });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);

  return (
    <search class="filter">
      <label class="search">
        <Search size={16} aria-hidden="true" />
        <span class="sr-only">{t.searchLabel}</span>
        <input
          type="search"
          value={words}
          maxLength={200}
          placeholder={t.searchPlaceholder}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </label>
      <div class="filter-pair">
        <label>
          <span class="sr-only">{t.filterStatus}</span>
          <select
            value={wanted.status}
            onChange={(event) =>
              onChange({ ...wanted, status: event.currentTarget.value as Wanted["status"] })
            }
          >
            <option value="">{t.anyStatus}</option>
            <option value="open">{t.open}</option>
            <option value="snoozed">{t.snoozed}</option>
            <option value="resolved">{t.resolved}</option>
          </select>
        </label>
        <label>
          <span class="sr-only">{t.filterOwner}</span>
          <select
            value={wanted.owner}
            onChange={(event) => onChange({ ...wanted, owner: event.currentTarget.value as Wanted["owner"] })}
          >
            <option value="">{t.anyOwner}</option>
            <option value="bot">{t.ownedByBot}</option>
            <option value="queue">{t.waiting}</option>
            <option value="agent">{t.ownedByAgent}</option>
          </select>
        </label>
      </div>
    </search>
  );
}
