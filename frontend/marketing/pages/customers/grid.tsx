// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Link } from "wouter-preact";
import type { CustomerReport, RfvSquare } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { money } from "../../measures/money";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { words } from "./texts";

const RECENCIES = ["recent", "cooling", "cold"] as const;
const FREQUENCIES = ["once", "some", "often"] as const;

/** Nine fields; each says how many and how much, and can be made a segment. */
export function Grid({ report: { grid, lines, currency } }: { report: CustomerReport }) {
  if (lines === null) return null;
  const most = Math.max(1, ...grid.map(({ customers }) => customers));
  return (
    <section class="part" aria-labelledby="rfv">
      <h2 id="rfv">{words.gridTitle}</h2>
      <p class="soft">{words.gridLead(lines.recent, lines.cooling, lines.often)}</p>
      <table class="table stacking rfv" role="table" aria-labelledby="rfv">
        <thead role="rowgroup">
          <tr role="row">
            <td />
            {FREQUENCIES.map((frequency) => (
              <ColumnHead key={frequency} name={words.frequency[frequency]} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {RECENCIES.map((recency) => (
            <tr role="row" key={recency}>
              <th role="rowheader" scope="row">
                {words.recency[recency]}
              </th>
              {FREQUENCIES.map((frequency) => {
                const square = grid.find((each) => each.recency === recency && each.frequency === frequency);
                return (
                  <Cell key={frequency} name={words.frequency[frequency]}>
                    {square && <Square square={square} most={most} currency={currency} />}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Square({ square, most, currency }: { square: RfvSquare; most: number; currency: string | null }) {
  const { customers, spent_cents, rule, recency, frequency } = square;
  const address = `/segments/new?${new URLSearchParams({ rule: JSON.stringify(rule) })}`;
  return (
    <span class="rfv-square">
      <b>{words.customers(customers, number(customers))}</b>
      <span class="rfv-bar" style={{ inlineSize: `${(100 * customers) / most}%` }} aria-hidden="true" />
      {customers > 0 && (
        <>
          <span class="faint">{words.spentEach(money(spent_cents / customers, currency))}</span>
          <Link href={address}>
            {words.makeSegment}{" "}
            <span class="sr-only">
              {words.makeSegmentOf(words.recency[recency], words.frequency[frequency])}
            </span>
          </Link>
        </>
      )}
    </span>
  );
}
