/** What the page about learning fetches and changes. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import type { BotJobsView, IntentBody, ReviewBody } from "../../../wire/rest.gen";
import type { Period } from "../../measures/period";
import { useHub } from "../../session";
import type { View } from "./view";

/** Lines whose meaning is still being computed are in their groups when they are asked for again. */
const AGAIN_MS = 1_500;
/** While the trainer works its progress is looked at often, else only whether it is there. */
const WORKING_MS = 2_000;
const RESTING_MS = 15_000;

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

export function useBotJobs() {
  const hub = useHub();
  return useQuery({
    queryKey: ["learning", "jobs"],
    queryFn: ({ signal }) => hub.botJobs(signal),
    refetchInterval: ({ state }) => (isWorking(state.data) ? WORKING_MS : RESTING_MS),
  });
}

export type Wish =
  | { do: "train" }
  | { do: "roll_back" }
  | { do: "promote"; id: string }
  | { do: "cancel"; id: string };

/** Asks the trainer for something; what comes of it shows among the jobs. */
export function useWish() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation<unknown, Error, Wish>({
    mutationFn: (wish): Promise<unknown> => {
      if (wish.do === "train") return hub.train();
      if (wish.do === "roll_back") return hub.rollBack();
      return wish.do === "promote" ? hub.promote(wish.id) : hub.cancelJob(wish.id);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["learning", "jobs"] }),
  });
}

export function useAddIntent() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: IntentBody) => hub.addIntent(body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["learning", "intents"] }),
  });
}

export function useRemoveIntent() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => hub.removeIntent(name),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["learning"] }),
  });
}

export function isWorking(jobs: BotJobsView | undefined): boolean {
  return jobs?.jobs.some(({ state }) => state === "waiting" || state === "running") ?? false;
}
