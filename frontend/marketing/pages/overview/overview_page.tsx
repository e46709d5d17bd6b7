import { Link } from "wouter-preact";
import type { Overview } from "../../../wire/rest.gen";
import { elapsedDays, lastDays } from "../../measures/period";
import { againstText, ComparePicker, type Comparison, useComparison } from "../../parts/compare_picker";
import { ExportMenu } from "../../parts/export_menu";
import { Page } from "../../parts/page";
import { PeriodPicker } from "../../parts/period_picker";
import { Empty, Loaded } from "../../parts/states";
import { type Place, usePlace } from "../../places/use_place";
import { useOverview } from "../../queries";
import { texts } from "../../texts";
import { GoneNote } from "../kept/gone_note";
import { datesOf, sentences } from "./change";
import { DialoguesChart } from "./dialogues_chart";
import { type Figure, figuresOf } from "./figures";
import { Figures } from "./figures_section";
import { Rises } from "./rises_section";
import { Shares } from "./shares";

export function OverviewPage() {
  const place = usePlace();
  const { period, today, setPeriod } = place;
  const now = useOverview(period);
  const comparison = useComparison();
  const before = useOverview(comparison.period);
  return (
    <Page
      title={texts.overview.title}
      lead={<ComparePicker {...comparison} />}
      actions={
        <>
          <PeriodPicker period={period} today={today} onPick={setPeriod} />
          <ExportMenu period={period} />
        </>
      }
    >
      <Loaded query={now} rows={9}>
        {(overview) =>
          overview.dialogues === 0 ? (
            <NothingYet place={place} />
          ) : (
            <Report
              overview={overview}
              // A comparison with another period's figures would be a lie, so wait for the right ones.
              figures={figuresOf(overview, before.isPlaceholderData ? null : (before.data ?? null))}
              comparison={comparison}
              comparing={before.data !== undefined && !before.isPlaceholderData}
              place={place}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

interface ReportProps {
  overview: Overview;
  figures: readonly Figure[];
  comparison: Comparison;
  comparing: boolean;
  place: Place;
}

function Report({ overview, figures, comparison, comparing, place }: ReportProps) {
  const { period, today } = place;
  const when = period.preset === null ? datesOf(period) : texts.period.lastDays(period.preset);
  const which = againstText(comparison.against, comparison.period);
  return (
    <>
      <p class="summary" aria-live="polite">
        {comparing
          ? sentences(figures, { when, elapsed: elapsedDays(period, today), which }).join(" ")
          : "\u00a0"}
      </p>
      <GoneNote />
      <Rises />
      <Figures figures={figures} place={place} />
      <DialoguesChart overview={overview} period={period} />
      <Shares overview={overview} period={period} />
    </>
  );
}

function NothingYet({ place: { period, today, setPeriod } }: { place: Place }) {
  const hub = window.location.origin;
  return (
    <Empty title={texts.overview.emptyTitle}>
      <p>{texts.overview.emptyNever}</p>
      <div class="lessons">
        <div>
          <h3>{texts.overview.embedTitle}</h3>
          <p>{texts.overview.embed}</p>
          <code class="code">{`<script async src="${hub}/widget.js" data-inbox="KEY"></script>`}</code>
        </div>
        <div>
          <h3>{texts.overview.elementTitle}</h3>
          <p>{texts.overview.element}</p>
          <Link class="button primary" href="/campaigns">
            {texts.overview.makeElement}
          </Link>
        </div>
      </div>
      {period.preset !== 90 && (
        <button type="button" class="button" onClick={() => setPeriod(lastDays(90, today))}>
          {texts.overview.longer}
        </button>
      )}
    </Empty>
  );
}
