import { Search } from "lucide-preact";
import { useId } from "preact/hooks";
import type { LanguageTally, LineQueue } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { SearchField } from "../../parts/search_field";
import { languageName } from "../../places/names";
import { words } from "./texts";
import { CERTAINTIES, type Certainty, type View } from "./view";

interface LineFiltersProps {
  queue: LineQueue;
  view: View;
  onChange: (changes: Partial<View>) => void;
}

/** Which language, how sure, which words; each with its count. */
export function LineFilters({ queue, view, onChange }: LineFiltersProps) {
  const language = useId();
  const chosen = view.language || queue.language || "";
  const counts = queue.languages.find((one) => one.language === chosen);
  const options = counts || chosen === "" ? queue.languages : [...queue.languages, none(chosen)];
  return (
    <search class="filters learning-filters">
      <div class="filter-select">
        <label for={language}>{words.language}</label>
        <select
          id={language}
          value={chosen}
          disabled={options.length === 0}
          onChange={(event) => onChange({ language: event.currentTarget.value })}
        >
          {options.length === 0 && <option value="">{words.noLanguage}</option>}
          {options.map((one) => (
            <option key={one.language} value={one.language}>
              {words.ofLanguage(languageName(one.language), one.missed, one.unsure)}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="segments-set">
        <legend>{words.certainty.label}</legend>
        <div class="segments">
          {CERTAINTIES.map((certainty) => (
            <button
              key={certainty}
              type="button"
              aria-pressed={view.certainty === certainty}
              onClick={() => onChange({ certainty })}
            >
              {words.certainty[certainty]} ({number(countOf(counts, certainty))})
            </button>
          ))}
        </div>
      </fieldset>
      <SearchField
        label={words.find}
        icon={<Search size={16} aria-hidden="true" />}
        value={view.q}
        onSearch={(q) => onChange({ q })}
      />
    </search>
  );
}

function countOf(counts: LanguageTally | undefined, certainty: Certainty): number {
  return counts ? counts[certainty] : 0;
}

function none(language: string): LanguageTally {
  return { language, missed: 0, unsure: 0, sure: 0 };
}
