import { useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import { useHub } from "../../session";

const RISES = ["rises"];

export function useRises() {
  const hub = useHub();
  return useQuery({ queryKey: RISES, queryFn: ({ signal }) => hub.rises(signal) });
}

export function useRiseMails() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: boolean) => hub.wantRiseMails(wanted),
    onSettled: () => queries.invalidateQueries({ queryKey: RISES }),
  });
}
