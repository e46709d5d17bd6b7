// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Link } from "wouter-preact";
import type { CustomerRow } from "../../../wire/rest.gen";
import { number, oneDecimal, share } from "../../measures/format";
import { money } from "../../measures/money";
import { addDays, type Period } from "../../measures/period";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Moment } from "../../parts/moment";
import { Searched } from "../../parts/searched";
import { address } from "../../places/filters";
import { contactCode } from "../../places/names";
import { usePlace } from "../../places/use_place";
import { words } from "./texts";

/** All that somebody said in the last year. */
const YEAR = 365;

interface CustomerTableProps {
  rows: readonly CustomerRow[];
  name: string;
  currency: string | null;
  /** What is lost if they stay away, rather than what they will bring. */
  stake?: boolean;
}

export function CustomerTable({ rows, name, currency, stake = false }: CustomerTableProps) {
  if (rows.length === 0) return null;
  return (
    <Searched items={rows} label={words.find} wordsOf={codeOf}>
      {(found) => (
        <table class="table stacking" role="table" aria-label={name}>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHead name={words.contact} />
              <ColumnHead name={words.scores} />
              <ColumnHead name={words.orders} numeric />
              <ColumnHead name={words.spent} numeric />
              <ColumnHead name={words.lastOrder} />
              <ColumnHead name={words.alive} numeric />
              <ColumnHead name={words.purchases} numeric />
              <ColumnHead name={stake ? words.atStake : words.value} numeric />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {found.map((row, place) => (
              <Row key={row.contact_id ?? place} row={row} currency={currency} stake={stake} />
            ))}
          </tbody>
        </table>
      )}
    </Searched>
  );
}

function Row({ row, currency, stake }: { row: CustomerRow; currency: string | null; stake: boolean }) {
  const { today } = usePlace();
  const { contact_id, scores, orders, spent_cents, last_order_at, alive, purchases } = row;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {!contact_id && <span class="faint">{words.stranger}</span>}
        {contact_id && (
          <Link href={address("/dialogues", lastYear(today), { contact: contact_id })}>
            <code>{contactCode(contact_id)}</code>
          </Link>
        )}
      </th>
      <Cell name={words.scores}>
        <span title={words.scoresHint}>{scores.join(" · ")}</span>
      </Cell>
      <Cell name={words.orders} numeric>
        {number(orders)}
      </Cell>
      <Cell name={words.spent} numeric>
        {money(spent_cents, currency)}
      </Cell>
      <Cell name={words.lastOrder}>
        <Moment time={last_order_at} />
      </Cell>
      <Cell name={words.alive} numeric>
        {share(alive)}
      </Cell>
      <Cell name={words.purchases} numeric>
        {oneDecimal(purchases)}
      </Cell>
      <Cell name={stake ? words.atStake : words.value} numeric>
        {money(stake ? row.at_stake_cents : row.value_cents, currency)}
      </Cell>
    </tr>
  );
}

function lastYear(today: string): Period {
  return { from: addDays(today, 1 - YEAR), until: today, preset: null };
}

function codeOf({ contact_id }: CustomerRow): string {
  return contact_id ? contactCode(contact_id) : words.stranger;
}
