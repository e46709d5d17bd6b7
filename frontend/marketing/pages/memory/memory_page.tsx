import type { MemoryReport } from "../../../wire/rest.gen";
import { share } from "../../measures/format";
import { lastDays } from "../../measures/period";
import { ComparedLead, comparedData } from "../../parts/before";
import { useComparison } from "../../parts/compare_picker";
import { Page } from "../../parts/page";
import { PeriodPicker } from "../../parts/period_picker";
import { Empty, Loaded } from "../../parts/states";
import { type Place, usePlace } from "../../places/use_place";
import { useMemory } from "../../queries";
import { texts } from "../../texts";
import { MeasureCard } from "./measure_card";
import { hasDialogues, isHoldingOut, summary } from "./verdicts";

const LONGEST = 90;

export function MemoryPage() {
  const place = usePlace();
  const { period, today, setPeriod } = place;
  const comparison = useComparison();
  const before = comparedData(useMemory(comparison.period));
  return (
    <Page
      title={texts.memory.title}
      lead={<ComparedLead comparison={comparison}>{texts.memory.lead}</ComparedLead>}
      actions={<PeriodPicker period={period} today={today} onPick={setPeriod} />}
    >
      <Loaded query={useMemory(period)} rows={6}>
        {(report) =>
          hasDialogues(report) ? (
            <Report report={report} before={before} />
          ) : (
            <NothingYet report={report} place={place} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Report({ report, before }: { report: MemoryReport; before: MemoryReport | null }) {
  const earlier = new Map(before?.measures.map((measure) => [measure.key, measure]));
  return (
    <>
      <p class="summary" aria-live="polite">
        {summary(report)}
      </p>
      <p class="soft shares">{sharesText(report)}</p>
      <section class="measures" aria-label={texts.memory.title}>
        {report.measures.map((measure) => (
          <MeasureCard
            key={measure.key}
            measure={measure}
            before={before && (earlier.get(measure.key) ?? null)}
            orderDays={report.order_days}
            enough={report.enough}
          />
        ))}
      </section>
      <details class="how">
        <summary>{texts.memory.howTitle}</summary>
        <p class="soft">{texts.memory.how}</p>
      </details>
    </>
  );
}

function NothingYet({ report, place: { period, today, setPeriod } }: { report: MemoryReport; place: Place }) {
  if (isHoldingOut(report))
    return (
      <Empty title={texts.memory.summary.few}>
        <p>{texts.memory.emptyPeriod}</p>
        <p>{sharesText(report)}</p>
        {period.preset !== LONGEST && (
          <button type="button" class="button" onClick={() => setPeriod(lastDays(LONGEST, today))}>
            {texts.overview.longer}
          </button>
        )}
      </Empty>
    );
  return (
    <Empty title={texts.memory.emptyTitle}>
      <p>{texts.memory.empty}</p>
      <ol class="steps">
        {texts.memory.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <a class="button primary" href="/console/settings/inbox">
        {texts.memory.toSettings}
      </a>
    </Empty>
  );
}

function sharesText(report: MemoryReport): string {
  if (!isHoldingOut(report)) return texts.memory.noShares;
  const held = report.shares.filter(({ percent }) => percent > 0);
  return texts.memory.shares(
    held.map(({ inbox, percent }) => texts.memory.share(inbox, share(percent / 100))).join(", "),
  );
}
