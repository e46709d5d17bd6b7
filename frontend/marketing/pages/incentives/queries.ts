/** What this page changes in the hub. */

import { useMutation, useQueryClient } from "@tanstack/preact-query";
import type {
  IncentiveBody,
  IncentivePatch,
  PublishedCodeBody,
  PublishedCodePatch,
} from "../../../wire/rest.gen";
import { useHub } from "../../session";

const INCENTIVES = ["incentives"];

export function useCreateIncentive() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: IncentiveBody) => hub.createIncentive(body),
    onSuccess: () => queries.invalidateQueries({ queryKey: INCENTIVES }),
  });
}

export function useImportCodes(id: string) {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (csv: string) => hub.importCodes(id, csv),
    onSuccess: () => queries.invalidateQueries({ queryKey: INCENTIVES }),
  });
}

export function useChangeIncentive(id: string) {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (patch: IncentivePatch) => hub.changeIncentive(id, patch),
    onSuccess: () => queries.invalidateQueries({ queryKey: INCENTIVES }),
  });
}

export function usePublish(id: string) {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PublishedCodeBody) => hub.publishCode(id, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: INCENTIVES }),
  });
}

export function useChangePublished(id: string, code: string) {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (patch: PublishedCodePatch) => hub.changePublishedCode(id, code, patch),
    onSuccess: () => queries.invalidateQueries({ queryKey: INCENTIVES }),
  });
}
