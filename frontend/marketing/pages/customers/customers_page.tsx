import type { CustomerReport } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { money } from "../../measures/money";
import { Moment } from "../../parts/moment";
import { Page } from "../../parts/page";
import { Empty, Loaded } from "../../parts/states";
import { useCustomers } from "../../queries";
import { useSession } from "../../session";
import { CustomerTable } from "./customer_table";
import { Grid } from "./grid";
import { ImportOrders } from "./import_orders";
import { words } from "./texts";
import { TogetherTable } from "./together_table";

/** From here on a correlation is not weak any more. */
const ALIKE = 0.2;

/** Who customers are to the shop, what is to be expected, whom to win back, what goes together. */
export function CustomersPage() {
  const session = useSession();
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded query={useCustomers()} rows={8}>
        {(report) =>
          report.forecast === null ? (
            <Empty title={words.emptyTitle}>
              <p>{words.empty}</p>
            </Empty>
          ) : (
            <Report report={report} />
          )
        }
      </Loaded>
      {session.data?.role === "admin" && <ImportOrders />}
    </Page>
  );
}

function Report({ report }: { report: CustomerReport }) {
  const { forecast, currency, win_back, most_valuable } = report;
  const fitted = forecast?.repeat && forecast.spend;
  return (
    <>
      <p class="summary">{summary(report)}</p>
      {fitted && Math.abs(forecast.likeness ?? 0) >= ALIKE && (
        <p class="notice">{words.likeness((forecast.likeness ?? 0).toFixed(2))}</p>
      )}
      <p class="soft">
        {words.asOf} <Moment time={report.at} />
      </p>
      <Grid report={report} />
      {fitted && (
        <>
          <section class="part" aria-labelledby="win-back">
            <h2 id="win-back">{words.winBackTitle}</h2>
            <p class="soft">{win_back.length > 0 ? words.winBackLead : words.nobodyGone}</p>
            <CustomerTable rows={win_back} name={words.winBackTitle} currency={currency} stake />
          </section>
          <section class="part" aria-labelledby="most-valuable">
            <h2 id="most-valuable">{words.bestTitle}</h2>
            <p class="soft">{words.bestLead}</p>
            <CustomerTable rows={most_valuable} name={words.bestTitle} currency={currency} />
          </section>
        </>
      )}
      <section class="part" aria-labelledby="together">
        <h2 id="together">{words.togetherTitle}</h2>
        <TogetherTable report={report} />
      </section>
      <details class="how">
        <summary>{words.howTitle}</summary>
        <p class="soft">{words.how}</p>
        {fitted && <p class="soft">{parameters(report)}</p>}
      </details>
    </>
  );
}

/** One or two sentences, the second only where there is a model behind it. */
export function summary({ forecast, currency }: CustomerReport): string {
  if (forecast === null) return words.emptyTitle;
  const { customers, repeaters, weeks, purchases, value_cents, fewest_repeaters } = forecast;
  const first = words.summary(customers, number(customers), number(repeaters));
  if (!(forecast.repeat && forecast.spend)) return `${first} ${words.tooFew(fewest_repeaters)}`;
  return `${first} ${words.expected(weeks, number(purchases), money(value_cents, currency))}`;
}

function parameters({ forecast }: CustomerReport): string {
  const listed = (model: object | null | undefined) =>
    Object.entries(model ?? {})
      .map(([name, value]) => `${name} ${Number(value).toPrecision(4)}`)
      .join(", ");
  return words.models(listed(forecast?.repeat), listed(forecast?.spend));
}
