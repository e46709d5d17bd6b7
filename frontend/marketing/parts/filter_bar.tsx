import { Search, X } from "lucide-preact";
import { useId } from "preact/hooks";
import type { Overview, Share } from "../../wire/rest.gen";
import { number } from "../measures/format";
import {
  FILTERS,
  type FilterName,
  HANDOFF_REASONS,
  OUTCOMES,
  OWNERS,
  RATINGS,
  STATUSES,
} from "../places/filters";
import { type NameOf, useNames } from "../places/use_names";
import type { Place } from "../places/use_place";
import { useOverview, useSegments } from "../queries";
import { texts } from "../texts";
import { SearchField } from "./search_field";

type Selectable = Exclude<FilterName, "q">;

interface Option {
  readonly value: string;
  readonly count?: number;
}

const SETTABLE = FILTERS.filter((name): name is Selectable => name !== "q");
/** These are come to from elsewhere, never picked from a list. */
const LINKED: readonly FilterName[] = [
  "contact",
  "incentive",
  "took",
  "experiment",
  "arm",
  "counted_by",
  "first_from",
  "first_to",
  "told",
  "about",
  "credit",
  "offer",
];
const SELECTS = SETTABLE.filter((name) => !LINKED.includes(name));
const WIDE = 900;

interface FilterBarProps {
  place: Place;
  label: string;
  /** Arrow down in the search field leads into the results. */
  onDown?: () => void;
}

export function FilterBar({ place, label, onDown }: FilterBarProps) {
  const names = useNames();
  const { data } = useOverview(place.period);
  const segments = useSegments().data?.items ?? [];
  const set = SETTABLE.filter((name) => place.filters[name]);
  return (
    <search class="filters">
      <SearchField
        label={label}
        icon={<Search size={16} aria-hidden="true" />}
        value={place.filters.q ?? ""}
        onSearch={(words) => place.setFilter("q", words, true)}
        {...(onDown ? { onDown } : {})}
      />
      <details class="filter-set" open={window.innerWidth >= WIDE}>
        <summary>
          {texts.filters.title}
          {set.length > 0 && <span class="faint"> · {texts.filters.active(set.length)}</span>}
        </summary>
        <div class="filter-selects">
          {SELECTS.map((name) => (
            <FilterSelect
              key={name}
              name={name}
              place={place}
              nameOf={names}
              options={name === "segment" ? segments.map(({ id }) => ({ value: id })) : optionsOf(name, data)}
            />
          ))}
        </div>
      </details>
      {set.length > 0 && <SetFilters set={set} place={place} nameOf={names} />}
    </search>
  );
}

interface FilterSelectProps {
  name: Selectable;
  place: Place;
  nameOf: NameOf;
  options: readonly Option[];
}

function FilterSelect({ name, place, nameOf, options }: FilterSelectProps) {
  const id = useId();
  const value = place.filters[name] ?? "";
  // What the address asks for stays choosable even if nothing in the period has it.
  const known = value === "" || options.some((option) => option.value === value);
  const all = known ? options : [...options, { value }];
  return (
    <div class="filter-select">
      <label for={id}>{texts.filters.names[name]}</label>
      <select id={id} value={value} onChange={(event) => place.setFilter(name, event.currentTarget.value)}>
        <option value="">{texts.filters.any}</option>
        {all.map((option) => (
          <option key={option.value} value={option.value}>
            {nameOf(name, option.value)}
            {option.count === undefined ? "" : ` (${number(option.count)})`}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SetFiltersProps {
  set: readonly Selectable[];
  place: Place;
  nameOf: NameOf;
}

function SetFilters({ set, place, nameOf }: SetFiltersProps) {
  return (
    <ul class="chips">
      {set.map((name) => {
        const value = nameOf(name, place.filters[name] ?? "");
        return (
          <li key={name}>
            <button
              type="button"
              class="chip-button"
              aria-label={texts.filters.remove(texts.filters.names[name], value)}
              onClick={() => place.setFilter(name, "")}
            >
              {texts.filters.names[name]}: <bdi>{value}</bdi> <X size={14} aria-hidden="true" />
            </button>
          </li>
        );
      })}
      <li>
        <button type="button" class="link-button" onClick={place.clearFilters}>
          {texts.filters.clear}
        </button>
      </li>
    </ul>
  );
}

/** Fixed sets as they are; open ones from what the period holds, most frequent first. */
function optionsOf(name: Selectable, overview: Overview | undefined): readonly Option[] {
  const fixed = FIXED[name];
  if (fixed !== undefined) return fixed.map((value) => ({ value }));
  const key = OPEN[name];
  return key === undefined ? [] : shares(overview?.[key] ?? []);
}

function shares(found: readonly Share[]): Option[] {
  return found.map(({ key, count }) => ({ value: key, count }));
}

const FIXED: Partial<Record<Selectable, readonly string[]>> = {
  outcome: OUTCOMES,
  status: STATUSES,
  owner: OWNERS,
  rating: RATINGS,
  agent_rating: RATINGS,
  handoff_reason: HANDOFF_REASONS,
};

const OPEN: Partial<Record<Selectable, "elements" | "campaigns" | "channels" | "languages" | "intents">> = {
  element: "elements",
  campaign: "campaigns",
  channel: "channels",
  locale: "languages",
  intent: "intents",
};
