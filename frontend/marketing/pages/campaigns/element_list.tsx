import { Link } from "wouter-preact";
import type { ElementView } from "../../../wire/rest.gen";
import { isEnough } from "../../measures/evidence";
import { number, share } from "../../measures/format";
import { wilson } from "../../measures/interval";
import { Moment } from "../../parts/moment";
import { Empty } from "../../parts/states";
import { texts } from "../../texts";
import { CopyLink } from "./copy_link";
import { Searched } from "./searched";
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
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section class="scroll" tabIndex={0} aria-label={words.elements}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.link}</th>
                <th scope="col" class="numeric">
                  {words.opened}
                </th>
                <th scope="col" class="numeric">
                  {words.dialogues}
                </th>
                <th scope="col" class="numeric">
                  {words.perOpening}
                </th>
                <th scope="col">{words.target}</th>
                <th scope="col">{words.created}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((element) => (
                <ElementRow key={element.code} element={element} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Searched>
  );
}

function ElementRow({ element }: { element: ElementView }) {
  const { code, kind, name, campaign, variant, target_url, opened, dialogues, created_at } = element;
  const about = [texts.elementKind[kind], campaign ?? words.noCampaign, variant].filter(Boolean).join(" · ");
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        <span class="under faint">{about}</span>
      </th>
      <td>
        <CopyLink code={code} name={name} />
      </td>
      <td class="numeric">{number(opened)}</td>
      <td class="numeric">
        <Link href={sinceAddress(created_at, { element: code })}>{number(dialogues)}</Link>
      </td>
      <td class="numeric">{perOpening(dialogues, opened)}</td>
      <td>
        <bdi class="target" title={target_url}>
          {target_url}
        </bdi>
      </td>
      <td>
        <Moment time={created_at} />
      </td>
    </tr>
  );
}

/** One opening may lead to several dialogues over time; then it is no share and has no interval. */
function perOpening(dialogues: number, opened: number): string {
  if (opened === 0) return texts.dialogue.no;
  if (!isEnough(opened)) return texts.figure.notEnough;
  const estimate = wilson(dialogues, opened);
  if (estimate === null) return share(dialogues / opened);
  return `${share(estimate.value)} (${share(estimate.low)}–${share(estimate.high)})`;
}

function searchable({ name, code, kind, campaign, variant, target_url }: ElementView): string {
  return [name, code, texts.elementKind[kind], campaign, variant, target_url].join(" ");
}
