import { useMemo, useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import type { DayCount, Overview } from "../../../wire/rest.gen";
import { day, days as daysText, number } from "../../measures/format";
import { eachDay, type Period } from "../../measures/period";
import { address } from "../../places/filters";
import { texts } from "../../texts";
import { useDayPlot } from "./day_plot";

interface DialoguesChartProps {
  overview: Overview;
  period: Period;
}

/** One question, one chart; the table below says the same to those who cannot see it. */
export function DialoguesChart({ overview, period }: DialoguesChartProps) {
  const counts = useMemo(() => filled(overview.days, period), [overview.days, period]);
  const [, navigate] = useLocation();
  const [pointed, setPointed] = useState<number | null>(null);
  const place = useDayPlot(counts, {
    onPoint: setPointed,
    onPick: (index) => {
      const picked = counts[index];
      if (picked) navigate(dayAddress(picked.day));
    },
  });
  return (
    <section class="panel">
      <header class="panel-head">
        <h2>{texts.overview.askedQuestion}</h2>
        <p class="legend">
          <span class="swatch swatch-all" aria-hidden="true" /> {texts.overview.dialogues}
          <span class="swatch swatch-handed" aria-hidden="true" /> {texts.overview.handedOff}
        </p>
      </header>
      <p class="pointed faint" aria-hidden="true">
        {pointedText(counts, pointed)}
      </p>
      <div ref={place} class="chart" role="img" aria-label={labelOf(overview, counts, period)} />
      <details class="chart-table">
        <summary>{texts.overview.chartTable}</summary>
        <DayTable counts={counts} />
      </details>
    </section>
  );
}

function DayTable({ counts }: { counts: readonly DayCount[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={texts.overview.chartTable}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{texts.overview.day}</th>
            <th scope="col" class="numeric">
              {texts.overview.dialogues}
            </th>
            <th scope="col" class="numeric">
              {texts.overview.handedOff}
            </th>
            <th scope="col" class="numeric">
              {texts.overview.resolved}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...counts].reverse().map((count) => (
            <tr key={count.day}>
              <th scope="row">
                <Link href={dayAddress(count.day)}>{day(count.day)}</Link>
              </th>
              <td class="numeric">{number(count.dialogues)}</td>
              <td class="numeric">{number(count.handed_off)}</td>
              <td class="numeric">{number(count.resolved)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A day on which nothing came is a day with a zero, not a gap. */
export function filled(counts: readonly DayCount[], period: Period): DayCount[] {
  const known = new Map(counts.map((count) => [count.day.slice(0, 10), count]));
  return eachDay(period).map(
    (date) => known.get(date) ?? { day: date, dialogues: 0, handed_off: 0, resolved: 0 },
  );
}

function labelOf(overview: Overview, counts: readonly DayCount[], period: Period): string {
  const busiest = counts.reduce<DayCount | null>(
    (most, count) => (count.dialogues > (most?.dialogues ?? 0) ? count : most),
    null,
  );
  return texts.overview.chartLabel(
    number(overview.dialogues),
    number(overview.handed_off),
    daysText(period.from, period.until),
    busiest === null ? "" : texts.overview.busiest(day(busiest.day), number(busiest.dialogues)),
  );
}

function pointedText(counts: readonly DayCount[], index: number | null): string {
  const count = index === null ? undefined : counts[index];
  if (count === undefined) return "\u00a0";
  const handed = `${texts.overview.handedOff}: ${number(count.handed_off)}`;
  return `${day(count.day)} · ${texts.overview.dialogues}: ${number(count.dialogues)} · ${handed}`;
}

function dayAddress(date: string): string {
  return address("/dialogues", { from: date, until: date, preset: null });
}
