// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Link } from "wouter-preact";
import type { ElementView } from "../../../wire/rest.gen";
import { isEnough } from "../../measures/evidence";
import { bounds, number, share } from "../../measures/format";
import { wilson } from "../../measures/interval";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Moment } from "../../parts/moment";
import { Searched } from "../../parts/searched";
import { Empty } from "../../parts/states";
import { texts } from "../../texts";
import { CopyLink } from "./copy_link";
import { sinceAddress } from "./since";

const words = texts.campaigns;

interface ElementListProps {
  elements: readonly ElementView[];
  onCreate: () => void;
}

export function ElementList({ elements, onCreate }: ElementListProps) {
  if (elements.length === 0)
    return (
      <Empty title={words.emptyElementsTitle}>
        <p>{words.emptyElements}</p>
        <button type="button" class="button primary" onClick={onCreate}>
          {words.newElement}
        </button>
      </Empty>
    );
  return (
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
              <ColumnHead name={words.target} />
              <ColumnHead name={words.created} />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {found.map((element) => (
              <ElementRow key={element.code} element={element} />
            ))}
          </tbody>
        </table>
      )}
    </Searched>
  );
}

function ElementRow({ element }: { element: ElementView }) {
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
      <Cell name={words.target}>
        <bdi class="target" title={target_url}>
          {target_url}
        </bdi>
      </Cell>
      <Cell name={words.created}>
        <Moment time={created_at} />
      </Cell>
    </tr>
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
