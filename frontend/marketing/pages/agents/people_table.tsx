// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Link } from "wouter-preact";
import type { AgentCount } from "../../../wire/rest.gen";
import { isEnough } from "../../measures/evidence";
import { duration, number, oneDecimal } from "../../measures/format";
import { meanRating } from "../../measures/interval";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Searched } from "../../parts/searched";
import { address, type Filters } from "../../places/filters";
import { usePlace } from "../../places/use_place";
import { texts } from "../../texts";
import { words } from "./texts";

/** Everybody who took something; each number opens its dialogues. */
export function PeopleTable({ agents }: { agents: readonly AgentCount[] }) {
  if (agents.length === 0) return <p class="soft">{words.nobody}</p>;
  return (
    <Searched items={agents} label={words.find} wordsOf={({ name }) => name}>
      {(found) => (
        <table class="table stacking" role="table" aria-label={words.peopleTitle}>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHead name={words.name} />
              <ColumnHead name={words.dialogues} numeric />
              <ColumnHead name={words.resolved} numeric />
              <ColumnHead name={words.wait} numeric />
              <ColumnHead name={words.rating} numeric />
              <ColumnHead name={words.rated} numeric />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {found.map((agent) => (
              <Row key={agent.id} agent={agent} />
            ))}
          </tbody>
        </table>
      )}
    </Searched>
  );
}

function Row({ agent }: { agent: AgentCount }) {
  const { period } = usePlace();
  const { id, name, dialogues, resolved, waits, wait_median_seconds, rated } = agent;
  const to = (filters: Filters) => address("/dialogues", period, { took: id, ...filters });
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <bdi>{name || words.gone}</bdi>
      </th>
      <Cell name={words.dialogues} numeric>
        <Link href={to({})}>{number(dialogues)}</Link>
      </Cell>
      <Cell name={words.resolved} numeric>
        <Link href={to({ outcome: "resolved" })}>{number(resolved)}</Link>
      </Cell>
      <Cell name={words.wait} numeric>
        {wait_median_seconds === null ? texts.dialogue.no : duration(wait_median_seconds)}{" "}
        <Link href={to({ outcome: "waited_alone" })}>{words.of(number(waits))}</Link>
      </Cell>
      <Cell name={words.rating} numeric>
        {ratingText(agent)}
      </Cell>
      <Cell name={words.rated} numeric>
        <Link href={to({ outcome: "rated" })}>{number(rated)}</Link>
      </Cell>
    </tr>
  );
}

/** No mean of a handful. */
export function ratingText({ rated, rating_mean, ratings }: AgentCount): string {
  if (rating_mean === null) return texts.dialogue.no;
  if (!isEnough(rated)) return texts.figure.notEnough;
  const interval = meanRating(new Map(ratings.map(({ key, count }) => [Number(key), count])));
  const range = interval === null ? "" : ` (${oneDecimal(interval.low)}–${oneDecimal(interval.high)})`;
  return oneDecimal(rating_mean) + range;
}
