/** What the transcript desk asks of the hub. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import type { SampleBody } from "../../../wire/rest.gen";
import { useHub } from "../../session";

const DESK = "desk";

export function useCoders() {
  const hub = useHub();
  return useQuery({ queryKey: [DESK, "coders"], queryFn: ({ signal }) => hub.coders(signal) });
}

export function useSamples() {
  const hub = useHub();
  return useQuery({ queryKey: [DESK, "samples"], queryFn: ({ signal }) => hub.samples(signal) });
}

export function useSample(id: string) {
  const hub = useHub();
  return useQuery({ queryKey: [DESK, "sample", id], queryFn: ({ signal }) => hub.sample(id, signal) });
}

export function useSampled(id: string, conversation: string) {
  const hub = useHub();
  return useQuery({
    queryKey: [DESK, "dialogue", id, conversation],
    queryFn: ({ signal }) => hub.sampled(id, conversation, signal),
  });
}

export function useAgreement(id: string) {
  const hub = useHub();
  return useQuery({ queryKey: [DESK, "agreement", id], queryFn: ({ signal }) => hub.agreement(id, signal) });
}

export function useDraw() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SampleBody) => hub.drawSample(body),
    onSuccess: () => queries.invalidateQueries({ queryKey: [DESK, "samples"] }),
  });
}

export function useGiveCode(id: string, conversation: string) {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => hub.giveCode(id, conversation, code),
    onSuccess: () => queries.invalidateQueries({ queryKey: [DESK] }),
  });
}

export function useFinish(id: string) {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => hub.finishSample(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: [DESK] }),
  });
}

/** Kept nowhere: what is shown without masks is gone with the view. */
export function useReveal(conversation: string) {
  const hub = useHub();
  return useMutation({ mutationFn: (reason: string) => hub.reveal(conversation, reason), gcTime: 0 });
}
