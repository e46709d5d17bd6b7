import { hasFilters } from "../places/filters";
import type { Place } from "../places/use_place";
import { texts } from "../texts";
import { Empty } from "./states";

interface NothingProps {
  place: Place;
  /** What will be here, and how it begins; shown while nothing is filtered away. */
  title: string;
  lead: string;
}

/** A list of dialogues without any: because there are none yet, or because of the filters. */
export function Nothing({ place, title, lead }: NothingProps) {
  if (!hasFilters(place.filters))
    return (
      <Empty title={title}>
        <p>{lead}</p>
      </Empty>
    );
  return (
    <Empty title={texts.dialogues.noneTitle}>
      <p>{texts.dialogues.none}</p>
      <button type="button" class="button" onClick={place.clearFilters}>
        {texts.filters.clear}
      </button>
    </Empty>
  );
}
