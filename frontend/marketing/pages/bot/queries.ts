import { keepPreviousData, useQuery } from "@tanstack/preact-query";
import type { Period } from "../../measures/period";
import { useHub } from "../../session";

export function useBot(period: Period) {
  const hub = useHub();
  return useQuery({
    queryKey: ["bot", period.from, period.until],
    queryFn: ({ signal }) => hub.bot(period, signal),
    placeholderData: keepPreviousData,
  });
}
