// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Link } from "wouter-preact";
import type { OfferReport, OffersTaken } from "../../../wire/rest.gen";
import { bounds, number, share } from "../../measures/format";
import type { Period } from "../../measures/period";
import { Before, comparedData } from "../../parts/before";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import type { Comparison } from "../../parts/compare_picker";
import { Searched } from "../../parts/searched";
import { Loaded } from "../../parts/states";
import { address } from "../../places/filters";
import { useOffers } from "../../queries";
import { texts as shared } from "../../texts";
import { texts } from "./offer_texts";

type Group = "all" | "by" | "why" | "sku";
interface Row {
  group: Group;
  name: string;
  taken: OffersTaken;
}

const NAMED: Readonly<Record<string, string>> = texts as unknown as Record<string, string>;

/** What came of the products that were offered in dialogues; each figure opens them. */
export function OffersPanel({ period, comparison }: { period: Period; comparison: Comparison }) {
  const before = comparedData(useOffers(comparison.period));
  return (
    <section class="panel" aria-labelledby="offers-made">
      <h2 id="offers-made">{texts.title}</h2>
      <Loaded query={useOffers(period)} rows={4}>
        {(report) =>
          report.every.made === 0 ? (
            <p class="soft">{texts.empty}</p>
          ) : (
            <>
              <p class="soft">{texts.lead(report.within_days)}</p>
              <Offered
                label={texts.title}
                rows={summed(report)}
                before={before && summed(before)}
                period={period}
                comparison={comparison}
              />
              <Searched items={products(report)} label={texts.find} wordsOf={(row) => row.name}>
                {(found) => (
                  <Offered
                    label={texts.find}
                    rows={found}
                    before={before && products(before)}
                    period={period}
                    comparison={comparison}
                  />
                )}
              </Searched>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function summed(report: OfferReport): Row[] {
  const rows = (group: Group, found: readonly OffersTaken[]) =>
    found.map((taken) => ({ group, taken, name: NAMED[taken.key] ?? taken.name }));
  return [
    { group: "all", name: texts.every, taken: report.every },
    ...rows("by", report.by),
    ...rows("why", report.why),
  ];
}

function products(report: OfferReport): Row[] {
  return report.products.map((taken) => ({ group: "sku", taken, name: taken.name }));
}

interface Compared {
  period: Period;
  comparison: Comparison;
}

interface OfferedProps extends Compared {
  label: string;
  rows: readonly Row[];
  before: readonly Row[] | null;
}

function Offered({ label, rows, before, ...compared }: OfferedProps) {
  const earlier = new Map(before?.map((row) => [keyOf(row), row.taken]));
  return (
    <table class="table stacking" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          <ColumnHead name={texts.who} />
          <ColumnHead name={texts.made} numeric />
          <ColumnHead name={texts.accepted} numeric />
          <ColumnHead name={texts.declined} numeric />
          <ColumnHead name={texts.known} numeric />
          <ColumnHead name={texts.ordered} numeric />
          <ColumnHead name={texts.share} />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <OfferedRow
            key={keyOf(row)}
            row={row}
            before={before && (earlier.get(keyOf(row)) ?? NONE)}
            {...compared}
          />
        ))}
      </tbody>
    </table>
  );
}

const NONE = { made: 0, accepted: 0, declined: 0, known: 0, ordered: 0 };
const STEPS = ["made", "accepted", "declined", "known", "ordered"] as const;

function keyOf({ group, taken }: Row): string {
  return `${group}.${taken.key}`;
}

function OfferedRow({
  row,
  before,
  period,
  comparison,
}: Compared & { row: Row; before: typeof NONE | null }) {
  const { taken, group, name } = row;
  const behind = (step: string, when = period) =>
    address("/dialogues", when, {
      offer: group === "all" ? `${step}.all` : `${step}.${group}.${taken.key}`,
    });
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <bdi>{name}</bdi>
      </th>
      {STEPS.map((step) => (
        <Cell key={step} name={texts[step]} numeric>
          <Link href={behind(step)}>{number(taken[step])}</Link>
          <Before value={before && number(before[step])} href={behind(step, comparison.period)} />
        </Cell>
      ))}
      <Cell name={texts.share}>
        {taken.share ? `${share(taken.share.value)} ${bounds(taken.share)}` : shared.figure.notEnough}
      </Cell>
    </tr>
  );
}
