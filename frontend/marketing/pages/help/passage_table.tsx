// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import type { HelpPassageView } from "../../../wire/rest.gen";
import { isEnough } from "../../measures/evidence";
import { bounds, number, share } from "../../measures/format";
import { wilson } from "../../measures/interval";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Searched } from "../../parts/searched";
import { languageName } from "../../places/names";
import { texts } from "../../texts";

const words = texts.help;

/** Every passage that the bot said, in each language, most said first. */
export function PassageTable({ passages }: { passages: readonly HelpPassageView[] }) {
  if (passages.length === 0) return <p class="soft">{words.noneShown}</p>;
  return (
    <Searched items={passages} label={words.findPassage} wordsOf={searchable}>
      {(found) => (
        <table class="table stacking" role="table" aria-label={words.shownTitle}>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHead name={words.passage} />
              <ColumnHead name={words.language} />
              <ColumnHead name={words.shown} numeric />
              <ColumnHead name={words.helpful} numeric />
              <ColumnHead name={words.notHelpful} numeric />
              <ColumnHead name={words.share} numeric />
              <ColumnHead name={words.handedOff} numeric />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {found.map((passage) => (
              <PassageRow key={passage.path} passage={passage} />
            ))}
          </tbody>
        </table>
      )}
    </Searched>
  );
}

function PassageRow({ passage }: { passage: HelpPassageView }) {
  const { language, article, path, title, heading, shown, helpful, not_helpful, handed_off } = passage;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={path} dir="auto" lang={language}>
          {heading || title || article}
        </a>
        <span class="under faint">{title === null ? words.gone : <bdi lang={language}>{title}</bdi>}</span>
      </th>
      <Cell name={words.language}>{languageName(language)}</Cell>
      <Cell name={words.shown} numeric>
        {number(shown)}
      </Cell>
      <Cell name={words.helpful} numeric>
        {number(helpful)}
      </Cell>
      <Cell name={words.notHelpful} numeric>
        {number(not_helpful)}
      </Cell>
      <Cell name={words.share} numeric>
        {helpfulShare(helpful, helpful + not_helpful)}
      </Cell>
      <Cell name={words.handedOff} numeric>
        {number(handed_off)}
      </Cell>
    </tr>
  );
}

/** Of those who said. */
export function helpfulShare(helpful: number, judged: number): string {
  if (judged === 0) return texts.dialogue.no;
  const estimate = isEnough(judged) ? wilson(helpful, judged) : null;
  if (estimate === null) return texts.figure.notEnough;
  return `${share(estimate.value)} ${bounds(estimate)}`;
}

function searchable({ language, article, passage, title, heading }: HelpPassageView): string {
  return [language, languageName(language), article, passage, title, heading].join(" ");
}
