import { Link } from "wouter-preact";
import type { BotReport } from "../../../wire/rest.gen";
import { elapsedDays } from "../../measures/period";
import { againstText, ComparePicker, type Comparison, useComparison } from "../../parts/compare_picker";
import { ExportMenu } from "../../parts/export_menu";
import { Page } from "../../parts/page";
import { PeriodPicker } from "../../parts/period_picker";
import { Empty, Loaded } from "../../parts/states";
import { type Place, periodQuery, usePlace } from "../../places/use_place";
import { texts } from "../../texts";
import { datesOf, sentences } from "../overview/change";
import type { Figure } from "../overview/figures";
import { Figures } from "../overview/figures_section";
import { Reasons } from "../overview/reasons";
import { figuresOf } from "./figures";
import { IntentTable } from "./intent_table";
import { LanguageTable } from "./language_table";
import { useBot } from "./queries";
import { words } from "./texts";

/** What the bot understood, answered alone and handed over, by language and intent. */
export function BotPage() {
  const place = usePlace();
  const comparison = useComparison();
  const now = useBot(place.period);
  const before = useBot(comparison.period);
  const earlier = before.isPlaceholderData ? null : (before.data ?? null);
  return (
    <Page
      title={words.title}
      lead={<ComparePicker {...comparison} />}
      actions={
        <>
          <PeriodPicker period={place.period} today={place.today} onPick={place.setPeriod} />
          <ExportMenu period={place.period} />
        </>
      }
    >
      <Loaded query={now} rows={8}>
        {(report) =>
          report.dialogues === 0 ? (
            <Empty title={words.emptyTitle}>
              <p>{words.empty}</p>
            </Empty>
          ) : (
            <Report
              report={report}
              figures={figuresOf(report, earlier)}
              comparison={earlier === null ? null : comparison}
              place={place}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

interface ReportProps {
  report: BotReport;
  figures: readonly Figure[];
  comparison: Comparison | null;
  place: Place;
}

function Report({ report, figures, comparison, place }: ReportProps) {
  const { period, today } = place;
  const when = period.preset === null ? datesOf(period) : texts.period.lastDays(period.preset);
  const told = comparison && {
    when,
    elapsed: elapsedDays(period, today),
    which: againstText(comparison.against, comparison.period),
  };
  return (
    <>
      <p class="summary" aria-live="polite">
        {told ? sentences(figures, told).join(" ") : "\u00a0"}
      </p>
      <Figures figures={figures} place={place} />
      <section class="part" aria-labelledby="languages">
        <h2 id="languages">{words.languagesTitle}</h2>
        <LanguageTable languages={report.languages} />
      </section>
      <section class="part" aria-labelledby="intents">
        <h2 id="intents">{words.intentsTitle}</h2>
        <IntentTable intents={report.intents} />
      </section>
      <div class="part">
        <Reasons
          title={words.reasonsTitle}
          handedOff={report.handed_off}
          reasons={report.handoff_reasons}
          period={period}
        />
      </div>
      <p>
        <Link href={`/learning${periodQuery(period)}`}>{words.toLearning}</Link>
      </p>
    </>
  );
}
