/** What this page asks of the hub. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import type { CampaignDetail, CampaignPatch, CampaignPlanBody } from "../../../wire/rest.gen";
import type { CampaignAct } from "../../hub";
import { useHub } from "../../session";

const EVERY_MS = 2000;

/** Looked at again while it moves by itself. */
export function useCampaign(id: string) {
  const hub = useHub();
  return useQuery({
    queryKey: ["campaign", id],
    queryFn: ({ signal }) => hub.campaign(id, signal),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? EVERY_MS : false),
  });
}

export function useSavePlan(id: string) {
  return useAnswered(id, (hub, body: CampaignPlanBody) => hub.savePlan(id, body));
}

export function useAct(id: string) {
  return useAnswered(id, (hub, act: CampaignAct) => hub.campaignAct(id, act));
}

export function useChangeCampaign(id: string) {
  return useAnswered(id, (hub, patch: CampaignPatch) => hub.changeCampaign(id, patch));
}

/** What is erased is not asked for again; what is archived is. */
export function useRemoveCampaign(id: string, onErased: () => void) {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => hub.removeCampaign(id),
    onSuccess: async ({ outcome }) => {
      if (outcome === "erased") onErased();
      else await queries.invalidateQueries({ queryKey: ["campaign", id] });
      await queries.invalidateQueries({ queryKey: ["campaigns"] });
    },
  });
}

/** Only when it is asked for: it looks at the whole audience. */
export function useDryRun(id: string) {
  const hub = useHub();
  return useMutation({ mutationFn: () => hub.dryRun(id) });
}

/** The hub answers with the campaign as it is from now on. */
function useAnswered<Asked>(
  id: string,
  ask: (hub: ReturnType<typeof useHub>, asked: Asked) => Promise<CampaignDetail>,
) {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: Asked) => ask(hub, asked),
    onSuccess: (campaign) => {
      queries.setQueryData(["campaign", id], campaign);
      return queries.invalidateQueries({ queryKey: ["campaigns"] });
    },
  });
}
