import { useMemo } from "preact/hooks";
import { useSearchParams } from "wouter-preact";
import { type Period, periodParams, readPeriod, todayUtc } from "../measures/period";
import { addressParams, FILTERS, type FilterName, type Filters, readFilters, withFilter } from "./filters";

const PERIOD_PARAMS = ["days", "from", "until"];

export interface Place {
  readonly period: Period;
  readonly filters: Filters;
  readonly today: string;
  setPeriod(period: Period): void;
  /** `replace` keeps the history free of every letter typed. */
  setFilter(name: FilterName, value: string, replace?: boolean): void;
  clearFilters(): void;
}

/** Period and filters of this view, read from and written to the address. */
export function usePlace(): Place {
  const [params, setParams] = useSearchParams();
  const today = todayUtc();
  const address = params.toString();
  return useMemo(() => {
    const current = new URLSearchParams(address);
    const period = readPeriod(current, today);
    const filters = readFilters(current);
    const go = (to: Period, by: Filters, replace = false) =>
      setParams([...foreign(current), ...addressParams(to, by)], { replace });
    return {
      period,
      filters,
      today,
      setPeriod: (to) => go(to, filters),
      setFilter: (name, value, replace) => go(period, withFilter(filters, name, value), replace),
      clearFilters: () => go(period, {}),
    };
  }, [address, today, setParams]);
}

/** The period alone, for links that leave the filters behind. */
export function periodQuery(period: Period): string {
  const query = new URLSearchParams(periodParams(period)).toString();
  return query === "" ? "" : `?${query}`;
}

/** What a page keeps in the address beside period and filters, such as the order of its rows. */
function foreign(params: URLSearchParams): [string, string][] {
  const ours = new Set<string>([...FILTERS, ...PERIOD_PARAMS]);
  return [...params].filter(([name]) => !ours.has(name));
}
