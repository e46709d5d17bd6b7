/** What the page of revealed transcripts asks of the hub. */

import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/preact-query";
import type { AuditFilters } from "../../hub";
import { useHub } from "../../session";

const REVEALS = "reveals";

export function useAudit(wanted: AuditFilters) {
  const hub = useHub();
  return useInfiniteQuery({
    queryKey: [REVEALS, "audit", wanted],
    queryFn: ({ pageParam, signal }) => hub.audit(wanted, pageParam, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function useReviewers() {
  const hub = useHub();
  return useQuery({ queryKey: [REVEALS, "reviewers"], queryFn: ({ signal }) => hub.reviewers(signal) });
}

export function useGrant(id: string) {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mayReveal: boolean) => hub.grantReveal(id, mayReveal),
    onSuccess: () => queries.invalidateQueries({ queryKey: [REVEALS] }),
  });
}
