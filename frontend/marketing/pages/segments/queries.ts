/** What this page asks of the hub. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import { useEffect, useState } from "preact/hooks";
import type { SegmentBody, SegmentPreview } from "../../../wire/rest.gen";
import { useHub } from "../../session";
import type { Rule } from "./rule";

const PAUSE_MS = 300;
const SEGMENTS = ["segments"];

export function useSegmentFields() {
  const hub = useHub();
  return useQuery({ queryKey: ["segment fields"], queryFn: ({ signal }) => hub.segmentFields(signal) });
}

/** Of the rule as it was when the typing paused: of some of very many contacts first, then of all. */
export function usePreview(rule: Rule | null) {
  const hub = useHub();
  const asked = usePaused(rule === null ? "" : JSON.stringify(rule));
  const quick = useQuery({
    queryKey: ["segment preview", asked, "quick"],
    queryFn: () => hub.previewSegment(JSON.parse(asked) as Rule, true),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  const some = quick.data !== undefined && !quick.isPlaceholderData && isOfSome(quick.data);
  const all = useQuery({
    queryKey: ["segment preview", asked, "all"],
    queryFn: () => hub.previewSegment(JSON.parse(asked) as Rule, false),
    enabled: some,
  });
  return { query: some && all.data ? all : quick, counting: some && all.isPending };
}

/** Whether only some of all contacts were counted. */
export function isOfSome({ counted, contacts }: SegmentPreview): boolean {
  return counted < contacts;
}

export function useSaveSegment(id: string | null) {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SegmentBody) => hub.saveSegment(id, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: SEGMENTS }),
  });
}

export function useRemoveSegment() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => hub.removeSegment(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: SEGMENTS }),
  });
}

function usePaused(words: string): string {
  const [paused, setPaused] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return paused;
}
