import { useQuery } from "@tanstack/preact-query";
import { useHub } from "../../session";

/** It changes once a day. */
const STALE_MS = 600_000;

export function useKept() {
  const hub = useHub();
  return useQuery({ queryKey: ["kept"], queryFn: ({ signal }) => hub.kept(signal), staleTime: STALE_MS });
}
