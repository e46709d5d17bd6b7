// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Link } from "wouter-preact";
import type { CameView, CohortView, RetentionReport } from "../../../wire/rest.gen";
import { number, share } from "../../measures/format";
import { addDays } from "../../measures/period";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { address } from "../../places/filters";
import { words } from "./texts";

type Unit = RetentionReport["unit"];

const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
/** All of them make a line as wide as the cell. */
const STRENGTH = 100;

/** Newest first; every figure opens the dialogues of these people then. */
export function CohortTable({ report: { unit, cohorts } }: { report: RetentionReport }) {
  const longest = Math.max(...cohorts.map(({ came }) => came.length));
  const later = Array.from({ length: longest - 1 }, (_, n) => n + 1);
  return (
    <div class="scroll-across">
      <table class="table stacking cohorts" role="table" aria-label={words.table}>
        <thead role="rowgroup">
          <tr role="row">
            <ColumnHead name={words.first[unit]} />
            <ColumnHead name={words.people} />
            {later.map((n) => (
              <ColumnHead key={n} name={words.later(unit, n)} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {[...cohorts].reverse().map((cohort) => (
            <tr role="row" key={cohort.from}>
              <th role="rowheader" scope="row">
                {nameOf(unit, cohort.from)}
              </th>
              <Cell name={words.people}>
                {cohort.came[0] && <Figure cohort={cohort} came={cohort.came[0]} />}
              </Cell>
              {later.map((n) => (
                <Cell key={n} name={words.later(unit, n)}>
                  {cohort.came[n] && (
                    <Figure
                      cohort={cohort}
                      came={cohort.came[n]}
                      returned
                      going={n === cohort.came.length - 1}
                    />
                  )}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureProps {
  cohort: CohortView;
  came: CameView;
  returned?: boolean;
  going?: boolean;
}

function Figure({ cohort, came, returned = false, going = false }: FigureProps) {
  if (came.contacts === 0) return <span class="faint">{cohort.size > 0 ? "0" : "–"}</span>;
  const of = came.contacts / cohort.size;
  const label = words.cell(number(came.contacts), share(of), number(cohort.size));
  return (
    <Link
      class="cohort-figure"
      href={dialoguesOf(cohort, came)}
      title={going ? `${label}, ${words.notOver}` : label}
      style={returned ? { "--strength": `${Math.round(STRENGTH * of)}%` } : undefined}
    >
      {returned ? share(of) : number(came.contacts)}
      {returned && <span class="faint"> {number(came.contacts)}</span>}
      {going && <span class="sr-only">, {words.notOver}</span>}
      {going && <span aria-hidden="true">*</span>}
    </Link>
  );
}

/** Dialogues of one month or week by people who came first in another. */
export function dialoguesOf(cohort: CohortView, came: CameView): string {
  const period = { from: came.from, until: addDays(came.to, -1), preset: null };
  return address("/dialogues", period, { first_from: cohort.from, first_to: cohort.to });
}

function nameOf(unit: Unit, from: string): string {
  const at = new Date(`${from}T00:00:00Z`);
  return unit === "month" ? month.format(at) : words.weekOf(day.format(at));
}
