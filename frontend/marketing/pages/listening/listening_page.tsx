import { Link } from "wouter-preact";
import type { AlertView, ListeningReport, RatedView, WishView } from "../../../wire/rest.gen";
import { day, number, oneDecimal } from "../../measures/format";
import { addDays, lastDays } from "../../measures/period";
import { Before, ComparedLead, comparedData } from "../../parts/before";
import { againstText, type Comparison, useComparison } from "../../parts/compare_picker";
import { Page } from "../../parts/page";
import { PeriodPicker } from "../../parts/period_picker";
import { Searched } from "../../parts/searched";
import { Empty, Loaded } from "../../parts/states";
import { address } from "../../places/filters";
import { periodQuery, usePlace } from "../../places/use_place";
import { useListening } from "../../queries";
import { texts } from "../../texts";
import { GoneNote } from "../kept/gone_note";
import { words } from "./texts";
import { ThemeTable } from "./theme_table";
import { fullName, themeAddress } from "./themes";

const LONGEST = 90;

/** What customers tell and ask for, what rose, and what nobody can give them yet. */
export function ListeningPage() {
  const { period, today, setPeriod } = usePlace();
  const comparison = useComparison();
  const before = comparedData(useListening(comparison.period));
  return (
    <Page
      title={words.title}
      lead={<ComparedLead comparison={comparison}>{words.lead}</ComparedLead>}
      actions={<PeriodPicker period={period} today={today} onPick={setPeriod} />}
    >
      <Loaded query={useListening(period)} rows={8}>
        {(report) =>
          report.themes.length === 0 && report.wishes.length === 0 ? (
            <Empty title={words.emptyTitle}>
              <p>{words.empty}</p>
              {period.preset !== LONGEST && (
                <button type="button" class="button" onClick={() => setPeriod(lastDays(LONGEST, today))}>
                  {texts.overview.longer}
                </button>
              )}
            </Empty>
          ) : (
            <Report report={report} before={before} comparison={comparison} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface ReportProps {
  report: ListeningReport;
  before: ListeningReport | null;
  comparison: Comparison;
}

function Report({ report, before, comparison }: ReportProps) {
  return (
    <>
      <p class="summary" aria-live="polite">
        {summary(report)}{" "}
        {before &&
          words.against(
            number(before.dialogues),
            number(before.told),
            againstText(comparison.against, comparison.period),
          )}
      </p>
      <GoneNote />
      {report.unheard > 0 && <p class="soft">{words.unheard(report.unheard, number(report.unheard))}</p>}
      <section class="part" aria-labelledby="rises">
        <h2 id="rises">{words.alertsTitle}</h2>
        <Alerts alerts={report.alerts} />
      </section>
      <section class="part" aria-labelledby="themes">
        <h2 id="themes">{words.themesTitle}</h2>
        <ThemeTable themes={report.themes} before={before} comparison={comparison} />
      </section>
      <section class="part" aria-labelledby="wishes">
        <h2 id="wishes">{words.wishesTitle}</h2>
        <Wishes wishes={report.wishes} before={before} comparison={comparison} />
      </section>
      <section class="part" aria-labelledby="verdicts">
        <h2 id="verdicts">{words.ratingsTitle}</h2>
        <dl class="verdicts">
          <dt>{words.byVisitors}</dt>
          <dd>
            {ratedText(report.by_visitors)}
            <Before value={before && ratedText(before.by_visitors)} />
          </dd>
          <dt>{words.byAgents}</dt>
          <dd>
            {ratedText(report.by_agents)}
            <Before value={before && ratedText(before.by_agents)} />
          </dd>
        </dl>
      </section>
    </>
  );
}

function Alerts({ alerts }: { alerts: readonly AlertView[] }) {
  if (alerts.length === 0) return <p class="soft">{words.noAlerts}</p>;
  return (
    <>
      <ul class="rises">
        {alerts.map((alert) => (
          <li key={`${alert.day} ${JSON.stringify(alert.theme)}`}>
            <Alert alert={alert} />
          </li>
        ))}
      </ul>
      <p class="soft">{words.alertsHow}</p>
    </>
  );
}

function Alert({ alert: { theme, day: until, days, count, expected } }: { alert: AlertView }) {
  const period = { from: addDays(until, 1 - days), until, preset: null };
  return (
    <>
      <Link href={themeAddress(theme, period)} dir="auto">
        {words.alert(fullName(theme), count, days, oneDecimal(expected))}
      </Link>
      <span class="under faint">
        {days > 1 && words.upTo} <time dateTime={until}>{day(until)}</time> UTC
      </span>
    </>
  );
}

function Wishes({
  wishes,
  before,
  comparison,
}: Omit<ReportProps, "report"> & { wishes: readonly WishView[] }) {
  const earlier = new Map(before?.wishes.map((wish) => [wish.words, wish.dialogues]));
  const wished = (wish: string) => ({ told: `product_interest:${wish}` });
  const { period } = usePlace();
  return (
    <>
      {wishes.length === 0 ? (
        <p class="soft">{words.noWishes}</p>
      ) : (
        <>
          <p class="soft">{words.wishesLead}</p>
          <Searched items={wishes} label={words.findWish} wordsOf={(wish) => wish.words}>
            {(found) => (
              <ul class="missed">
                {found.map(({ words: wish, dialogues, sold_out }) => (
                  <li key={wish}>
                    <Link href={address("/dialogues", period, wished(wish))} dir="auto">
                      {wish}
                    </Link>
                    <span class="under faint">
                      {texts.change.dialogues(dialogues, number(dialogues))} ·{" "}
                      {sold_out ? words.soldOut : words.notSold}
                    </span>
                    <Before
                      value={before && number(earlier.get(wish) ?? 0)}
                      href={address("/dialogues", comparison.period, wished(wish))}
                    />
                  </li>
                ))}
              </ul>
            )}
          </Searched>
        </>
      )}
      <p>
        <Link href={`/help${periodQuery(period)}`}>{words.toMissed}</Link>
      </p>
    </>
  );
}

export function summary({ dialogues, told, alerts }: ListeningReport): string {
  return words.summary(number(dialogues), number(told), alerts.length);
}

function ratedText({ dialogues, mean }: RatedView): string {
  return typeof mean === "number" ? words.rated(number(dialogues), oneDecimal(mean)) : words.notRated;
}
