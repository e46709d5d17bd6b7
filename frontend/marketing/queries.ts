/** What the pages fetch, by name. */

import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/preact-query";
import type { CampaignBody, ElementBody, ElementPatch } from "../wire/rest.gen";
import type { Order } from "./hub";
import type { Period } from "./measures/period";
import type { Filters } from "./places/filters";
import { useHub } from "./session";

const FIRST = "";

export function useOverview(period: Period) {
  const hub = useHub();
  return useQuery({
    queryKey: ["overview", period.from, period.until],
    queryFn: ({ signal }) => hub.overview(period, signal),
    placeholderData: keepPreviousData,
  });
}

export function useMemory(period: Period) {
  const hub = useHub();
  return useQuery({
    queryKey: ["memory", period.from, period.until],
    queryFn: ({ signal }) => hub.memory(period, signal),
    placeholderData: keepPreviousData,
  });
}

export function useHelp(period: Period) {
  const hub = useHub();
  return useQuery({
    queryKey: ["help", period.from, period.until],
    queryFn: ({ signal }) => hub.help(period, signal),
    placeholderData: keepPreviousData,
  });
}

export function useDialogues(period: Period, filters: Filters) {
  const hub = useHub();
  return useInfiniteQuery({
    queryKey: ["dialogues", period.from, period.until, filters],
    queryFn: ({ pageParam, signal }) => hub.dialogues(period, filters, pageParam, signal),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function useEvents(period: Period, filters: Filters, order: Order) {
  const hub = useHub();
  return useInfiniteQuery({
    queryKey: ["events", period.from, period.until, filters, order],
    queryFn: ({ pageParam, signal }) => hub.events(period, filters, order, pageParam, signal),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function useDialogue(id: string) {
  const hub = useHub();
  return useQuery({ queryKey: ["dialogue", id], queryFn: ({ signal }) => hub.dialogue(id, signal) });
}

export function useEvent(id: string) {
  const hub = useHub();
  return useQuery({ queryKey: ["event", id], queryFn: ({ signal }) => hub.event(id, signal) });
}

export function useMessages(id: string) {
  const hub = useHub();
  return useInfiniteQuery({
    queryKey: ["messages", id],
    queryFn: ({ pageParam, signal }) => hub.messages(id, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.next === null ? null : (page.items.at(-1)?.seq ?? null)),
  });
}

export function useCampaigns() {
  const hub = useHub();
  return useQuery({ queryKey: ["campaigns"], queryFn: ({ signal }) => hub.campaigns(signal) });
}

export function useElements() {
  const hub = useHub();
  return useQuery({ queryKey: ["elements"], queryFn: ({ signal }) => hub.elements(signal) });
}

export function useSegments() {
  const hub = useHub();
  return useQuery({ queryKey: ["segments"], queryFn: ({ signal }) => hub.segments(signal) });
}

export function useIncentives(period: Period) {
  const hub = useHub();
  return useQuery({
    queryKey: ["incentives", period.from, period.until],
    queryFn: ({ signal }) => hub.incentives(period, signal),
    placeholderData: keepPreviousData,
  });
}

export function useOffers(period: Period) {
  const hub = useHub();
  return useQuery({
    queryKey: ["offers", period.from, period.until],
    queryFn: ({ signal }) => hub.offers(period, signal),
    placeholderData: keepPreviousData,
  });
}

export function useElement(code: string, period: Period) {
  const hub = useHub();
  return useQuery({
    queryKey: ["element", code, period.from, period.until],
    queryFn: ({ signal }) => hub.element(code, period, signal),
    placeholderData: keepPreviousData,
  });
}

export function useOrdersByElement(period: Period) {
  const hub = useHub();
  return useQuery({
    queryKey: ["element", "orders", period.from, period.until],
    queryFn: ({ signal }) => hub.ordersByElement(period, signal),
    placeholderData: keepPreviousData,
  });
}

export function useChangeElement(code: string) {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (patch: ElementPatch) => hub.changeElement(code, patch),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["elements"] }),
        queries.invalidateQueries({ queryKey: ["element", code] }),
      ]),
  });
}

export function useListening(period: Period) {
  const hub = useHub();
  return useQuery({
    queryKey: ["listening", period.from, period.until],
    queryFn: ({ signal }) => hub.listening(period, signal),
    placeholderData: keepPreviousData,
  });
}

export function useCustomers() {
  const hub = useHub();
  return useQuery({ queryKey: ["customers"], queryFn: ({ signal }) => hub.customers(signal) });
}

export function useCreateCampaign() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CampaignBody) => hub.createCampaign(body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["campaigns"] }),
  });
}

/** A new element may be the first of its campaign, so both lists are fetched again. */
export function useCreateElement() {
  const hub = useHub();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ElementBody) => hub.createElement(body),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["elements"] }),
        queries.invalidateQueries({ queryKey: ["campaigns"] }),
      ]),
  });
}
