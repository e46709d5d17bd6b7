// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import type { IncentiveReport, IncentiveUses } from "../../../wire/rest.gen";
import { money } from "../../measures/amount";
import { bounds, number, share } from "../../measures/format";
import type { Period } from "../../measures/period";
import { Before, ComparedLead, comparedData } from "../../parts/before";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { type Comparison, useComparison } from "../../parts/compare_picker";
import { Moment } from "../../parts/moment";
import { Page } from "../../parts/page";
import { PeriodPicker } from "../../parts/period_picker";
import { Searched } from "../../parts/searched";
import { Empty, Loaded } from "../../parts/states";
import { address } from "../../places/filters";
import { usePlace } from "../../places/use_place";
import { useCampaigns, useIncentives } from "../../queries";
import { texts as shared } from "../../texts";
import { codeTexts } from "./code_texts";
import { IncentiveForm } from "./incentive_form";
import { IncentiveActs, IncentiveState } from "./incentive_state";
import { OffersPanel } from "./offers_panel";
import { boundsOf } from "./published_codes";
import { texts } from "./texts";

/** What was promised, given and used, and for which products money was asked back. */
export function IncentivesPage() {
  const { period, today, setPeriod } = usePlace();
  const comparison = useComparison();
  const before = comparedData(useIncentives(comparison.period));
  const campaigns = useCampaigns();
  const [writing, setWriting] = useState(false);
  const write = () => setWriting(true);
  return (
    <Page
      title={texts.title}
      lead={<ComparedLead comparison={comparison}>{texts.lead}</ComparedLead>}
      actions={
        <>
          <button type="button" class="button primary" onClick={write}>
            <Plus size={16} aria-hidden="true" /> {texts.fresh}
          </button>
          <PeriodPicker period={period} today={today} onPick={setPeriod} />
        </>
      }
    >
      <Loaded query={useIncentives(period)} rows={6}>
        {(report) =>
          report.incentives.length === 0 ? (
            <Empty title={texts.emptyTitle}>
              <p>{texts.empty}</p>
              <p>{texts.emptyBot}</p>
              <button type="button" class="button" onClick={write}>
                {texts.fresh}
              </button>
            </Empty>
          ) : (
            <>
              <section class="panel" aria-labelledby="incentives-list">
                <h2 id="incentives-list">{texts.list}</h2>
                <Promises report={report} before={before} period={period} comparison={comparison} />
              </section>
              <Guarantees report={report} before={before} />
            </>
          )
        }
      </Loaded>
      <OffersPanel period={period} comparison={comparison} />
      {writing && (
        <IncentiveForm
          campaigns={(campaigns.data?.items ?? []).filter((one) => !one.archived_at)}
          onClose={() => setWriting(false)}
        />
      )}
    </Page>
  );
}

interface PromisesProps {
  report: IncentiveReport;
  before: IncentiveReport | null;
  period: Period;
  comparison: Comparison;
}

function Promises({ report, before, period, comparison }: PromisesProps) {
  const earlier = new Map(before?.incentives.map((uses) => [uses.incentive.id, uses]));
  return (
    <Searched items={report.incentives} label={texts.find} wordsOf={({ incentive }) => incentive.name}>
      {(found) => (
        <table class="table stacking" role="table" aria-label={texts.list}>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHead name={texts.name} />
              <ColumnHead name={texts.given} numeric />
              <ColumnHead name={texts.used} numeric />
              <ColumnHead name={texts.share} />
              <ColumnHead name={texts.discount} numeric />
              <ColumnHead name={texts.sales} numeric />
              <ColumnHead name={texts.now} />
              <ColumnHead name={texts.acts} />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {found.map((uses) => (
              <Promised
                key={uses.incentive.id}
                uses={uses}
                before={before && earlier.get(uses.incentive.id)}
                period={period}
                comparison={comparison}
              />
            ))}
          </tbody>
        </table>
      )}
    </Searched>
  );
}

interface PromisedProps {
  uses: IncentiveUses;
  /** Null while it is not known; undefined where the incentive is younger. */
  before: IncentiveUses | null | undefined;
  period: Period;
  comparison: Comparison;
}

function Promised({ uses, before, period, comparison }: PromisedProps) {
  const { incentive } = uses;
  const behind = (outcome: string, when = period) =>
    address("/dialogues", when, { incentive: incentive.id, outcome });
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <bdi>{incentive.name}</bdi>
        <span class="under faint">{aboutOf(uses)}</span>
        {uses.published.map((code) => (
          <span key={code.code} class="under faint">
            <code dir="ltr">{code.code}</code> {boundsOf(code)}
          </span>
        ))}
      </th>
      <Cell name={texts.given} numeric>
        <Link href={behind("coupon")}>{number(uses.given)}</Link>
        <Before value={before && number(before.given)} href={behind("coupon", comparison.period)} />
      </Cell>
      <Cell name={texts.used} numeric>
        <Link href={behind("redeemed")}>{number(uses.used)}</Link>
        {uses.codes_used_apart > 0 && (
          <span class="under faint incentive-apart">{codeTexts.apart(number(uses.codes_used_apart))}</span>
        )}
        <Before value={before && number(before.used)} href={behind("redeemed", comparison.period)} />
      </Cell>
      <Cell name={texts.share}>
        {shareText(uses)}
        <Before value={before && shareText(before)} />
      </Cell>
      <Cell name={texts.discount} numeric>
        {money(uses.discount_cents, incentive.currency)}
        <Before value={before && money(before.discount_cents, incentive.currency)} />
      </Cell>
      <Cell name={texts.sales} numeric>
        {money(uses.total_cents, incentive.currency)}
        <Before value={before && money(before.total_cents, incentive.currency)} />
      </Cell>
      <Cell name={texts.now}>
        <IncentiveState incentive={incentive} />
      </Cell>
      <Cell name={texts.acts}>
        <IncentiveActs incentive={incentive} published={uses.published} />
      </Cell>
    </tr>
  );
}

function shareText({ share: found }: IncentiveUses): string {
  return found ? `${share(found.value)} ${bounds(found)}` : shared.figure.notEnough;
}

function aboutOf({ incentive, codes, codes_left }: IncentiveUses): string {
  const { unit, value, currency, most, minted, kind } = incentive;
  const worth = unit === "percent" ? share(value / 100) : money(value, currency);
  const left = most ? texts.of(number(minted), number(most)) : null;
  const own = codes > 0 ? codeTexts.left(number(codes_left), number(codes)) : null;
  return [texts.kind[kind], kind === "money_back" ? texts.back(worth) : texts.off(worth), left, own]
    .filter(Boolean)
    .join(" · ");
}

function Guarantees({ report, before }: { report: IncentiveReport; before: IncentiveReport | null }) {
  const earlier = new Map(before?.troubled.map(({ sku, count }) => [sku, count]));
  return (
    <section class="panel" aria-labelledby="incentives-back">
      <h2 id="incentives-back">{texts.guarantees}</h2>
      {report.guarantees.length === 0 ? (
        <p class="soft">{texts.noGuarantees}</p>
      ) : (
        <>
          <p class="soft">{texts.guaranteesLead}</p>
          <ul class="listed">
            {report.troubled.map(({ sku, count }) => (
              <li key={sku}>
                <bdi>{sku || texts.unknownProduct}</bdi> · {number(count)}
                <Before value={before && number(earlier.get(sku) ?? 0)} />
              </li>
            ))}
          </ul>
          <ul class="missed">
            {report.guarantees.map((one) => (
              <li key={`${one.at}${one.conversation_id}`}>
                <Link href={`/dialogues/${one.conversation_id}`}>
                  <bdi>{one.sku || texts.unknownProduct}</bdi>
                </Link>{" "}
                {money(one.cents, one.currency)} · <Moment time={one.at} />
                {one.reason && (
                  <p>
                    <bdi>{one.reason}</bdi>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
