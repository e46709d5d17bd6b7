// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { keepPreviousData, useQuery } from "@tanstack/preact-query";
import { Link, useSearchParams } from "wouter-preact";
import type { CreditView, ElementCredit } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import type { Period } from "../../measures/period";
import { Before, comparedData } from "../../parts/before";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import type { Comparison } from "../../parts/compare_picker";
import { Field } from "../../parts/field";
import { Loaded } from "../../parts/states";
import { address } from "../../places/filters";
import { useHub } from "../../session";
import { texts } from "./credit_texts";

const WINDOWS = [7, 14, 30, 60, 90, 180, 365] as const;
const USUAL = 30;
const PARAM = "window";

interface CreditPanelProps {
  code: string;
  period: Period;
  comparison: Comparison;
}

/** Orders that are owed to the element, as the first one that people met and as the last. */
export function CreditPanel({ code, period, comparison }: CreditPanelProps) {
  const [params, setParams] = useSearchParams();
  const days = windowOf(params);
  const hub = useHub();
  const asked = (when: Period) => ({
    queryKey: ["element", code, "orders", when.from, when.until, days],
    queryFn: ({ signal }: { signal: AbortSignal }) => hub.elementOrders(code, when, days, signal),
    placeholderData: keepPreviousData,
  });
  const query = useQuery(asked(period));
  const before = comparedData<ElementCredit>(useQuery(asked(comparison.period)));
  const pick = (value: string) => {
    const others = [...params].filter(([name]) => name !== PARAM);
    setParams(value === String(USUAL) ? others : [...others, [PARAM, value]], { replace: true });
  };
  return (
    <section class="panel" aria-labelledby="element-credit">
      <h2 id="element-credit">{texts.title}</h2>
      <p class="soft">{texts.lead}</p>
      <div class="credit-window">
        <Field label={texts.window} hint={texts.windowHint}>
          {(attributes) => (
            <select
              {...attributes}
              value={String(days)}
              onChange={(event) => pick(event.currentTarget.value)}
            >
              {WINDOWS.map((one) => (
                <option key={one} value={String(one)}>
                  {texts.days(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Loaded query={query} rows={2}>
        {(report) => (
          <Credits report={report} before={before} code={code} period={period} comparison={comparison} />
        )}
      </Loaded>
    </section>
  );
}

interface CreditsProps extends CreditPanelProps {
  report: ElementCredit;
  before: ElementCredit | null;
}

function Credits({ report, before, code, period, comparison }: CreditsProps) {
  const none = (one: ElementCredit | null) => one === null || one.touches.every(({ orders }) => orders === 0);
  if (none(report) && none(before)) return <p class="soft">{texts.none}</p>;
  const earlier = new Map(before?.touches.map((one) => [one.which, one]));
  const was = (one: CreditView, name: "orders" | "people" | "dialogues") =>
    before && number(earlier.get(one.which)?.[name] ?? 0);
  const behind = ({ which }: CreditView, when = period) =>
    address("/dialogues", when, { credit: `${which}.${report.window}.${code}` });
  return (
    <table class="table stacking" role="table" aria-label={texts.title}>
      <thead role="rowgroup">
        <tr role="row">
          <ColumnHead name={texts.touch} />
          <ColumnHead name={texts.orders} numeric />
          <ColumnHead name={texts.people} numeric />
          <ColumnHead name={texts.dialogues} numeric />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {report.touches.map((one) => (
          <tr role="row" key={one.which}>
            <th role="rowheader" scope="row">
              {texts.which[one.which]}
              <span class="under faint">{texts.about[one.which]}</span>
            </th>
            <Cell name={texts.orders} numeric>
              {number(one.orders)}
              <Before value={was(one, "orders")} />
            </Cell>
            <Cell name={texts.people} numeric>
              {number(one.people)}
              <Before value={was(one, "people")} />
            </Cell>
            <Cell name={texts.dialogues} numeric>
              <Link href={behind(one)}>{number(one.dialogues)}</Link>
              <Before value={was(one, "dialogues")} href={behind(one, comparison.period)} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the address says; anything it says wrongly is the usual month. */
export function windowOf(params: URLSearchParams): number {
  const asked = Number(params.get(PARAM));
  return WINDOWS.find((days) => days === asked) ?? USUAL;
}
