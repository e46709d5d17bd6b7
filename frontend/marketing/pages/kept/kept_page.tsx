// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import type { KeptView } from "../../../wire/rest.gen";
import { days as dates, number } from "../../measures/format";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Moment } from "../../parts/moment";
import { Page } from "../../parts/page";
import { Loaded } from "../../parts/states";
import { useKept } from "./queries";
import { words } from "./texts";

/** What is kept, for what purpose and how long; and what its end means for figures. */
export function KeptPage() {
  return (
    <Page title={words.title} lead={words.lead}>
      <section class="panel" aria-labelledby="kept-purposes">
        <h2 id="kept-purposes">{words.purposes}</h2>
        <Loaded query={useKept()} rows={4}>
          {({ items }) => <Purposes items={items} />}
        </Loaded>
      </section>
      <section class="panel" aria-labelledby="kept-figures">
        <h2 id="kept-figures">{words.figures}</h2>
        <p>{words.figuresStay}</p>
      </section>
      <section class="panel" aria-labelledby="kept-always">
        <h2 id="kept-always">{words.alwaysTitle}</h2>
        <p>{words.always}</p>
      </section>
    </Page>
  );
}

function Purposes({ items }: { items: readonly KeptView[] }) {
  return (
    <table class="table stacking" role="table" aria-label={words.purposes}>
      <thead role="rowgroup">
        <tr role="row">
          <ColumnHead name={words.purpose} />
          <ColumnHead name={words.long} />
          <ColumnHead name={words.since} />
          <ColumnHead name={words.swept} />
          <ColumnHead name={words.gone} />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((kept) => (
          <Purpose key={kept.purpose} kept={kept} />
        ))}
      </tbody>
    </table>
  );
}

function Purpose({ kept: { purpose, days, before, swept_at, gone } }: { kept: KeptView }) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {words.name[purpose]}
        <span class="under faint">{words.holds[purpose]}</span>
      </th>
      <Cell name={words.long}>{typeof days === "number" ? words.days(number(days)) : words.until}</Cell>
      <Cell name={words.since}>{before ? dayOf(before) : words.never}</Cell>
      <Cell name={words.swept}>{swept_at ? <Moment time={swept_at} /> : words.never}</Cell>
      <Cell name={words.gone}>{swept_at && `${number(gone)} ${words.unit[purpose]}`}</Cell>
    </tr>
  );
}

/** Its UTC day, with the year. */
export function dayOf(time: string): string {
  const day = time.slice(0, 10);
  return dates(day, day);
}
