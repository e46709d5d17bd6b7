// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Link } from "wouter-preact";
import type { ElementOrders, ElementView, OrdersView } from "../../../wire/rest.gen";
import { isEnough } from "../../measures/evidence";
import { bounds, days, number, share } from "../../measures/format";
import { wilson } from "../../measures/interval";
import type { Period } from "../../measures/period";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Moment } from "../../parts/moment";
import { Searched } from "../../parts/searched";
import { Empty } from "../../parts/states";
import { address } from "../../places/filters";
import { texts } from "../../texts";
import { CopyLink } from "./copy_link";
import { orderWords } from "./order_texts";
import { sinceAddress } from "./since";

const words = texts.campaigns;
const WHICH = ["first", "last"] as const;
/** The usual one; another is chosen on the page of an element. */
const WINDOW = 30;

interface ElementListProps {
  elements: readonly ElementView[];
  /** Null while they are not known. */
  orders: ElementOrders | null;
  period: Period;
  onCreate: () => void;
}

export function ElementList({ elements, orders, period, onCreate }: ElementListProps) {
  if (elements.length === 0)
    return (
      <Empty title={words.emptyElementsTitle}>
        <p>{words.emptyElements}</p>
        <button type="button" class="button primary" onClick={onCreate}>
          {words.newElement}
        </button>
      </Empty>
    );
  const owed = new Map(orders?.items.map((one) => [one.code, one.touches]));
  return (
    <>
      <p class="soft gone-note">{orderWords.lead(days(period.from, period.until), WINDOW)}</p>
      <Searched items={elements} label={words.findElement} wordsOf={searchable}>
        {(found) => (
          <table class="table stacking" role="table" aria-label={words.elements}>
            <thead role="rowgroup">
              <tr role="row">
                <ColumnHead name={words.name} />
                <ColumnHead name={words.link} />
                <ColumnHead name={words.opened} numeric />
                <ColumnHead name={words.dialogues} numeric />
                <ColumnHead name={words.perOpening} numeric />
                {WHICH.map((which) => (
                  <ColumnHead key={which} name={orderWords.which[which]} numeric />
                ))}
                <ColumnHead name={words.created} />
              </tr>
            </thead>
            <tbody role="rowgroup">
              {found.map((element) => (
                <ElementRow
                  key={element.code}
                  element={element}
                  owed={owed.get(element.code)}
                  period={period}
                />
              ))}
            </tbody>
          </table>
        )}
      </Searched>
    </>
  );
}

interface ElementRowProps {
  element: ElementView;
  owed: readonly OrdersView[] | undefined;
  period: Period;
}

function ElementRow({ element, owed, period }: ElementRowProps) {
  const { code, kind, name, campaign, variant, target_url, opened, dialogues, created_at } = element;
  const about = [texts.elementKind[kind], campaign ?? words.noCampaign, variant].filter(Boolean).join(" · ");
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link href={`/campaigns/${encodeURIComponent(code)}`}>
          <bdi>{name}</bdi>
        </Link>
        <span class="under faint">{about}</span>
      </th>
      <Cell name={words.link}>
        <CopyLink code={code} name={name} />
        <span class="under faint">
          {words.target}{" "}
          <bdi class="target" title={target_url}>
            {target_url}
          </bdi>
        </span>
      </Cell>
      <Cell name={words.opened} numeric>
        {number(opened)}
      </Cell>
      <Cell name={words.dialogues} numeric>
        <Link href={sinceAddress(created_at, { element: code })}>{number(dialogues)}</Link>
      </Cell>
      <Cell name={words.perOpening} numeric>
        {perOpening(dialogues, opened)}
      </Cell>
      {WHICH.map((which) => (
        <Cell key={which} name={orderWords.which[which]} numeric>
          <Orders owed={owed?.find((one) => one.which === which)} code={code} period={period} />
        </Cell>
      ))}
      <Cell name={words.created}>
        <Moment time={created_at} />
      </Cell>
    </tr>
  );
}

/** They open the dialogues that their people had before. */
function Orders({ owed, code, period }: { owed: OrdersView | undefined; code: string; period: Period }) {
  if (owed === undefined) return null;
  const behind = address("/dialogues", period, { credit: `${owed.which}.${WINDOW}.${code}` });
  return (
    <>
      <Link href={behind}>{number(owed.orders)}</Link>
      {owed.orders > 0 && (
        <span class="under faint">{orderWords.people(owed.people, number(owed.people))}</span>
      )}
    </>
  );
}

/** One opening may lead to several dialogues over time; then it is no share and has no interval. */
function perOpening(dialogues: number, opened: number): string {
  if (opened === 0) return texts.dialogue.no;
  if (!isEnough(opened)) return texts.figure.notEnough;
  const estimate = wilson(dialogues, opened);
  if (estimate === null) return share(dialogues / opened);
  return `${share(estimate.value)} ${bounds(estimate)}`;
}

function searchable({ name, code, kind, campaign, variant, target_url }: ElementView): string {
  return [name, code, texts.elementKind[kind], campaign, variant, target_url].join(" ");
}
