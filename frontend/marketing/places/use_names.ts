import { useMemo } from "preact/hooks";
import { useColleagues } from "../pages/agents/queries";
import { useExperiments } from "../pages/experiments/queries";
import { useCampaigns, useElements, useSegments } from "../queries";
import type { FilterName } from "./filters";
import { valueName } from "./names";
import { usePlace } from "./use_place";

export type NameOf = (filter: FilterName, value: string) => string;

/** Names of values, with elements and campaigns by the names their maker gave them. */
export function useNames(): NameOf {
  const elements = useElements().data;
  const campaigns = useCampaigns().data;
  const segments = useSegments().data;
  const experiments = useExperiments(usePlace().filters.experiment !== undefined).data;
  const colleagues = useColleagues(usePlace().filters.took !== undefined).data;
  return useMemo(() => {
    const known = {
      element: new Map(elements?.items.map(({ code, name }) => [code, name])),
      segment: new Map(segments?.items.map(({ id, name }) => [id, name])),
      experiment: new Map(experiments?.items.map(({ id, name }) => [id, name])),
      took: new Map(colleagues?.items.map(({ id, name }) => [id, name])),
      campaign: new Map(campaigns?.items.map(({ id, name }) => [id, name])),
    };
    return (filter, value) =>
      (filter in known ? known[filter as keyof typeof known].get(value) : undefined) ??
      valueName(filter, value);
  }, [elements, campaigns, segments, experiments, colleagues]);
}
