/** What this page asks of the hub. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import { useEffect, useState } from "preact/hooks";
import type { SegmentBody, SegmentCount, SegmentPreview } from "../../../wire/rest.gen";
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
    queryKey: ["segment count", asked],
    queryFn: () => hub.countSegment(JSON.parse(asked) as Rule),
    enabled: some,
  });
  const counted = some && all.data ? ofAll(quick.data, all.data) : quick.data;
  return { query: { ...quick, data: counted }, counting: some && all.isPending };
}

/** Whether only some of all contacts were counted. */
export function isOfSome({ counted, contacts }: SegmentPreview): boolean {
  return counted < contacts;
}

/** The contacts that were shown stay; how many there are is exact now. */
function ofAll(quick: SegmentPreview, all: SegmentCount): SegmentPreview {
  return { ...quick, ...all, counted: all.contacts, low: all.count, high: all.count };
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
