import { useQuery } from "@tanstack/preact-query";
import type { PageOf } from "../../client/rest";
import type { ColleagueView, InboxSettings, TeamView } from "../../wire/rest.gen";
import { useDesk } from "../desk";

export function useTeams() {
  return useListOf<TeamView>("teams");
}

export function useAgents() {
  return useListOf<ColleagueView>("agents");
}

export function useInboxes() {
  return useListOf<InboxSettings>("inboxes");
}

function useListOf<Item>(path: string) {
  const { rest } = useDesk();
  return useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => rest.get<PageOf<Item>>(path, {}, signal),
  });
}
