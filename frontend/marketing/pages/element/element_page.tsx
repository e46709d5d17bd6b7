import { ArrowLeft } from "lucide-preact";
import { Link } from "wouter-preact";
import type { ElementReport } from "../../../wire/rest.gen";
import { money } from "../../measures/amount";
import { number } from "../../measures/format";
import type { Period } from "../../measures/period";
import { ComparedLead, comparedData } from "../../parts/before";
import { againstText, type Comparison, useComparison } from "../../parts/compare_picker";
import { Page } from "../../parts/page";
import { PeriodPicker } from "../../parts/period_picker";
import { Empty, Loaded } from "../../parts/states";
import { periodQuery, usePlace } from "../../places/use_place";
import { useElement } from "../../queries";
import { texts as shared } from "../../texts";
import { GoneNote } from "../kept/gone_note";
import { CreditPanel } from "./credit_panel";
import { FunnelTable } from "./funnel_table";
import { GreetingPanel } from "./greeting_panel";
import { QrPanel } from "./qr_panel";
import { SettingsForm } from "./settings_form";
import { texts } from "./texts";

/** What one response element brought, what that cost, and its QR code. */
export function ElementPage({ code }: { code: string }) {
  const { period, today, setPeriod } = usePlace();
  const query = useElement(code, period);
  const comparison = useComparison();
  const before = comparedData(useElement(code, comparison.period));
  const element = query.data?.element;
  const about = element
    ? [shared.elementKind[element.kind], element.campaign ?? shared.campaigns.noCampaign, element.variant]
        .filter(Boolean)
        .join(" · ")
    : undefined;
  return (
    <Page
      title={element?.name ?? code}
      lead={<ComparedLead comparison={comparison}>{about}</ComparedLead>}
      actions={<PeriodPicker period={period} today={today} onPick={setPeriod} />}
    >
      <p>
        <Link class="back" href={`/campaigns${periodQuery(period)}`}>
          <ArrowLeft size={16} class="mirrored" aria-hidden="true" /> {texts.back}
        </Link>
      </p>
      <Loaded query={query} rows={7}>
        {(report) => <Report report={report} before={before} period={period} comparison={comparison} />}
      </Loaded>
    </Page>
  );
}

interface ReportProps {
  report: ElementReport;
  before: ElementReport | null;
  period: Period;
  comparison: Comparison;
}

function Report({ report, before, period, comparison }: ReportProps) {
  const came = report.steps.some(({ people }) => people > 0);
  return (
    <>
      {came ? (
        <>
          <p class="summary" aria-live="polite">
            {summary(report)} {before && against(before, comparison)}
          </p>
          <GoneNote meetings />
          <section class="panel" aria-labelledby="element-way">
            <h2 id="element-way">{texts.way}</h2>
            <p class="soft">{texts.wayHint}</p>
            <FunnelTable report={report} before={before} period={period} comparison={comparison} />
            {report.robots > 0 && <p class="faint">{texts.robots(number(report.robots))}</p>}
          </section>
        </>
      ) : (
        <Empty title={texts.emptyTitle}>
          <p>{texts.empty}</p>
        </Empty>
      )}
      <CreditPanel code={report.element.code} period={period} comparison={comparison} />
      <div class="element-halves">
        {report.element.kind === "greeting" ? (
          <GreetingPanel code={report.element.code} />
        ) : (
          <QrPanel element={report.element} />
        )}
        <SettingsForm key={report.element.code} element={report.element} />
      </div>
    </>
  );
}

/** The same of the period it is held against, in a few words. */
function against(before: ElementReport, { against, period }: Comparison): string {
  const talked = before.steps.find(({ name }) => name === "dialogue")?.people ?? 0;
  const { cost_each, element } = before;
  const cost = cost_each && element.currency ? money(Math.round(cost_each.value), element.currency) : null;
  const people = texts.talkedCount(talked, number(talked));
  return texts.against(people, againstText(against, period), cost);
}

/** What happened in words, and what it cost, with how sure that is. */
export function summary(report: ElementReport): string {
  const step = (name: string) => report.steps.find((one) => one.name === name);
  const opened = step("opened")?.people ?? 0;
  const talked = step("dialogue");
  const dialogues = talked?.dialogues ?? 0;
  const words = report.element.kind === "greeting" ? texts.summaryOfGreeting : texts.summary;
  const first = words(
    texts.peopleCount(opened, number(opened)),
    texts.talkedCount(talked?.people ?? 0, number(talked?.people ?? 0)),
    texts.dialoguesCount(dialogues, number(dialogues)),
  );
  return `${first} ${costWords(report)}`;
}

function costWords({ element, cost_each }: ElementReport): string {
  const { cost_cents, currency } = element;
  if (!cost_cents || !currency) return texts.costUnknown;
  if (!cost_each) return texts.costNoDialogue(money(cost_cents, currency));
  const [cost, low, high] = [cost_each.value, cost_each.low, cost_each.high].map((cents) =>
    money(Math.round(cents), currency),
  ) as [string, string, string];
  return `${texts.costEach(cost, low, high)} ${texts.costWhole}`;
}
