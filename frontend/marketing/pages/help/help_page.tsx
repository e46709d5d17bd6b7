import type { HelpReport } from "../../../wire/rest.gen";
import { isEnough } from "../../measures/evidence";
import { bounds, number } from "../../measures/format";
import { wilson } from "../../measures/interval";
import { lastDays } from "../../measures/period";
import { Page } from "../../parts/page";
import { PeriodPicker } from "../../parts/period_picker";
import { Empty, Loaded } from "../../parts/states";
import { type Place, usePlace } from "../../places/use_place";
import { useHelp } from "../../queries";
import { texts } from "../../texts";
import { MissedQuestions } from "./missed_questions";
import { PassageTable } from "./passage_table";

const words = texts.help;
const LONGEST = 90;

/** Which help pages answered, whether that helped, and what no page answers. */
export function HelpPage() {
  const place = usePlace();
  const { period, today, setPeriod } = place;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<PeriodPicker period={period} today={today} onPick={setPeriod} />}
    >
      <Loaded query={useHelp(period)} rows={6}>
        {(report) =>
          report.passages.length === 0 && report.missed === 0 ? (
            <NothingYet place={place} />
          ) : (
            <Report report={report} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Report({ report }: { report: HelpReport }) {
  return (
    <>
      <p class="summary" aria-live="polite">
        {summary(report)}
      </p>
      <section class="part" aria-labelledby="help-shown">
        <h2 id="help-shown">{words.shownTitle}</h2>
        <PassageTable passages={report.passages} />
      </section>
      <section class="part" aria-labelledby="help-missed">
        <h2 id="help-missed">{words.missedTitle}</h2>
        <MissedQuestions report={report} />
      </section>
    </>
  );
}

function NothingYet({ place: { period, today, setPeriod } }: { place: Place }) {
  return (
    <Empty title={words.emptyTitle}>
      <p>{words.empty}</p>
      <p>
        <a href="/help">{words.toPages}</a>
      </p>
      {period.preset !== LONGEST && (
        <button type="button" class="button" onClick={() => setPeriod(lastDays(LONGEST, today))}>
          {texts.overview.longer}
        </button>
      )}
    </Empty>
  );
}

/** One sentence, with its base; no share before there are enough judgements. */
export function summary({ passages, missed }: HelpReport): string {
  const sum = (name: "shown" | "helpful" | "not_helpful") =>
    passages.reduce((total, passage) => total + passage[name], 0);
  const judged = sum("helpful") + sum("not_helpful");
  const shown = words.summary(number(sum("shown")), number(missed));
  if (judged === 0) return `${shown} ${words.noneJudged}`;
  const helped = words.helped(number(sum("helpful")), number(judged));
  const estimate = isEnough(judged) ? wilson(sum("helpful"), judged) : null;
  const span = estimate ? ` ${bounds(estimate)}` : "";
  return `${shown} ${helped}${span}.`;
}
