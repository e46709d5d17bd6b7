import { keepPreviousData, useQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import type { RetentionReport } from "../../../wire/rest.gen";
import { number, share } from "../../measures/format";
import { Page } from "../../parts/page";
import { Empty, Loaded } from "../../parts/states";
import { useHub } from "../../session";
import { CohortTable } from "./cohort_table";
import { words } from "./texts";

type Unit = RetentionReport["unit"];
const UNITS: readonly Unit[] = ["month", "week"];

/** People by the month or week of their first dialogue, and how many were there again later. */
export function RetentionPage() {
  const [unit, setUnit] = useState<Unit>("month");
  const hub = useHub();
  const report = useQuery({
    queryKey: ["retention", unit],
    queryFn: ({ signal }) => hub.retention(unit, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <label class="field inline">
          <span>{words.by}</span>
          <select value={unit} onChange={({ currentTarget }) => setUnit(currentTarget.value as Unit)}>
            {UNITS.map((each) => (
              <option key={each} value={each}>
                {words.units[each]}
              </option>
            ))}
          </select>
        </label>
      }
    >
      <Loaded query={report} rows={8}>
        {(found) =>
          found.cohorts.every(({ size }) => size === 0) ? (
            <Empty title={words.empty(found.unit)}>
              <p>{words.emptyHint}</p>
            </Empty>
          ) : (
            <>
              <p class="summary" aria-live="polite">
                {summary(found)}
              </p>
              <CohortTable report={found} />
              <details class="how">
                <summary>{words.howTitle}</summary>
                <p class="soft">{words.how}</p>
              </details>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** Of those whose next month or week is over. */
export function summary({ unit, cohorts }: RetentionReport): string {
  const over = cohorts.filter(({ came }) => came.length > 2);
  const of = over.reduce((sum, { size }) => sum + size, 0);
  const again = over.reduce((sum, { came }) => sum + (came[1]?.contacts ?? 0), 0);
  return of === 0 ? words.noSummary(unit) : words.summary(unit, share(again / of), number(again), number(of));
}
