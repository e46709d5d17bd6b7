import { keepPreviousData, useQuery } from "@tanstack/preact-query";
import type { Period } from "../../measures/period";
import { useHub } from "../../session";

export function useAgents(period: Period) {
  const hub = useHub();
  return useQuery({
    queryKey: ["agents", period.from, period.until],
    queryFn: ({ signal }) => hub.agents(period, signal),
    placeholderData: keepPreviousData,
  });
}

/** Everybody who may answer, by name; asked for only where a name is needed. */
export function useColleagues(wanted: boolean) {
  const hub = useHub();
  return useQuery({
    queryKey: ["colleagues"],
    queryFn: ({ signal }) => hub.colleagues(signal),
    enabled: wanted,
  });
}
