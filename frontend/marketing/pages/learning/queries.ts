/** What the page about learning fetches and changes. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import type { ReviewBody } from "../../../wire/rest.gen";
import type { Period } from "../../measures/period";
import { useHub } from "../../session";
import type { View } from "./view";

/** Lines whose meaning is still being computed are in their groups when they are asked for again. */
const AGAIN_MS = 1_500;

export function useLines(period: Period, view: View) {
  const hub = useHub();
  return useQuery({
    queryKey: ["learning", "lines", period.from, period.until, view],
    queryFn: ({ signal }) => hub.lines(period, { ...view }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data && state.data.ungrouped > 0 ? AGAIN_MS : false),
  });
}

export function useIntents() {
  const hub = useHub();
  return useQuery({ queryKey: ["learning", "intents"], queryFn: ({ signal }) => hub.intents(signal) });
}

export function useLessons() {
  const hub = useHub();
  return useQuery({ queryKey: ["learning", "lessons"], queryFn: ({ signal }) => hub.lessons(signal) });
}

export function useReview() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ReviewBody) => hub.review(body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["learning"] }),
  });
}

export function useUndoReview() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => hub.undoReview(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["learning"] }),
  });
}
