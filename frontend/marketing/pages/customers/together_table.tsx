// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import type { BoughtTogether, CustomerReport } from "../../../wire/rest.gen";
import { number, oneDecimal } from "../../measures/format";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Searched } from "../../parts/searched";
import { words } from "./texts";

/** Pairs of products that chance does not explain, or that there is none. */
export function TogetherTable({ report }: { report: CustomerReport }) {
  const { together, pairs_looked_at, fewest_together } = report;
  const all = number(pairs_looked_at);
  if (pairs_looked_at === 0) return <p class="soft">{words.noPairs}</p>;
  if (together.length === 0) return <p class="soft">{words.noneTogether(all)}</p>;
  return (
    <>
      <p class="soft">{words.togetherLead(all, fewest_together)}</p>
      <Searched items={together} label={words.findPair} wordsOf={searchable}>
        {(found) => (
          <table class="table stacking" role="table" aria-labelledby="together">
            <thead role="rowgroup">
              <tr role="row">
                <ColumnHead name={words.pair} />
                <ColumnHead name={words.both} numeric />
                <ColumnHead name={words.lift} numeric />
              </tr>
            </thead>
            <tbody role="rowgroup">
              {found.map((pair) => (
                <tr role="row" key={`${pair.first} ${pair.second}`}>
                  <th role="rowheader" scope="row">
                    <bdi>{pair.first_name}</bdi> · <bdi>{pair.second_name}</bdi>
                  </th>
                  <Cell name={words.both} numeric>
                    {number(pair.customers)}
                  </Cell>
                  <Cell name={words.lift} numeric>
                    {oneDecimal(pair.lift)}
                  </Cell>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Searched>
    </>
  );
}

function searchable({ first, second, first_name, second_name }: BoughtTogether): string {
  return [first, second, first_name, second_name].join(" ");
}
