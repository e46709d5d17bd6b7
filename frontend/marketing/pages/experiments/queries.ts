/** What this page asks of the hub. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import { useEffect, useState } from "preact/hooks";
import type { ExperimentBody, PlanBody } from "../../../wire/rest.gen";
import { useHub } from "../../session";

const PAUSE_MS = 300;
const LIST = ["experiments"];

export function useExperiments(enabled = true) {
  const hub = useHub();
  return useQuery({ queryKey: LIST, queryFn: ({ signal }) => hub.experiments(signal), enabled });
}

export function useExperiment(id: string) {
  const hub = useHub();
  return useQuery({ queryKey: ["experiment", id], queryFn: ({ signal }) => hub.experiment(id, signal) });
}

export function useInboxes() {
  const hub = useHub();
  return useQuery({ queryKey: ["inboxes"], queryFn: ({ signal }) => hub.inboxes(signal) });
}

/** Of the numbers as they were when the typing paused. */
export function usePlan(body: PlanBody | null) {
  const hub = useHub();
  const asked = usePaused(body === null ? "" : JSON.stringify(body));
  return useQuery({
    queryKey: ["experiment plan", asked],
    queryFn: () => hub.planExperiment(JSON.parse(asked) as PlanBody),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
}

export function useSaveExperiment(id: string | null) {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ExperimentBody) => hub.saveExperiment(id, body),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: LIST });
      await queries.invalidateQueries({ queryKey: ["experiment", saved.id] });
    },
  });
}

export function useRemoveExperiment() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => hub.removeExperiment(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: LIST }),
  });
}

export function useMove(id: string, move: "start" | "end") {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => hub.moveExperiment(id, move),
    onSuccess: (report) => {
      queries.setQueryData(["experiment", id], report);
      return queries.invalidateQueries({ queryKey: LIST });
    },
  });
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
