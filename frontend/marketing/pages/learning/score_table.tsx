// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import type { ScoreView } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { languageName } from "../../places/names";
import { words } from "./texts";

const texts = words.model;

/** Both models side by side, by lines that neither learned from. */
export function ScoreTable({ scores }: { scores: readonly ScoreView[] }) {
  if (scores.length === 0) return null;
  const rows = [...scores].sort((one, other) => Number(one.reviewed) - Number(other.reviewed));
  return (
    <table class="table stacking" role="table" aria-label={texts.scores}>
      <thead role="rowgroup">
        <tr role="row">
          <ColumnHead name={words.language} />
          <ColumnHead name={texts.lines} numeric />
          <ColumnHead name={texts.running} numeric />
          <ColumnHead name={texts.candidate} numeric />
          <ColumnHead name={texts.won} numeric />
          <ColumnHead name={texts.lostLines} numeric />
          <ColumnHead name={texts.sure} numeric />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((score) => (
          <Row key={`${score.language} ${score.reviewed}`} name={nameOf(score)} score={score} />
        ))}
        <Row name={texts.all} score={together(rows)} />
      </tbody>
    </table>
  );
}

function Row({ name, score }: { name: string; score: ScoreView }) {
  const { lines, running_right, candidate_right, won, lost } = score;
  const { running_surely_wrong, candidate_surely_wrong } = score;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name}
      </th>
      <Cell name={texts.lines} numeric>
        {number(lines)}
      </Cell>
      <Cell name={texts.running} numeric>
        {shareOf(running_right, lines)}
      </Cell>
      <Cell name={texts.candidate} numeric>
        {shareOf(candidate_right, lines)}
      </Cell>
      <Cell name={texts.won} numeric>
        {number(won)}
      </Cell>
      <Cell name={texts.lostLines} numeric>
        {number(lost)}
      </Cell>
      <Cell name={texts.sure} numeric>
        {texts.sureOf(number(running_surely_wrong), number(candidate_surely_wrong))}
      </Cell>
    </tr>
  );
}

/** With one decimal: models differ by less than a hundredth. */
export function shareOf(right: number, lines: number): string {
  return lines === 0 ? "–" : `${((100 * right) / lines).toFixed(1)}%`;
}

export function together(scores: readonly ScoreView[]): ScoreView {
  const sum = (name: Exclude<keyof ScoreView, "language" | "reviewed">) =>
    scores.reduce((total, score) => total + score[name], 0);
  return {
    language: "",
    reviewed: false,
    lines: sum("lines"),
    running_right: sum("running_right"),
    candidate_right: sum("candidate_right"),
    won: sum("won"),
    lost: sum("lost"),
    running_surely_wrong: sum("running_surely_wrong"),
    candidate_surely_wrong: sum("candidate_surely_wrong"),
  };
}

function nameOf({ language, reviewed }: ScoreView): string {
  const name = languageName(language);
  return reviewed ? texts.reviewed(name) : name;
}
