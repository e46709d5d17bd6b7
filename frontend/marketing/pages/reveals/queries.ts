/** What the page of revealed transcripts asks of the hub. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import { useHub } from "../../session";

const REVEALS = "reveals";

export function useAudit() {
  const hub = useHub();
  return useQuery({ queryKey: [REVEALS, "audit"], queryFn: ({ signal }) => hub.audit(signal) });
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
