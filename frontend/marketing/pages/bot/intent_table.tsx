// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Link } from "wouter-preact";
import type { IntentCount } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Searched } from "../../parts/searched";
import { address } from "../../places/filters";
import { readable } from "../../places/names";
import { usePlace } from "../../places/use_place";
import { ShareCell } from "./share_cell";
import { words } from "./texts";

/** What visitors came for, and how often that ended with a person. */
export function IntentTable({ intents }: { intents: readonly IntentCount[] }) {
  if (intents.length === 0) return <p class="soft">{words.noIntents}</p>;
  return (
    <Searched
      items={intents}
      label={words.findIntent}
      wordsOf={({ intent }) => `${intent} ${readable(intent)}`}
    >
      {(found) => (
        <table class="table stacking" role="table" aria-label={words.intentsTitle}>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHead name={words.intent} />
              <ColumnHead name={words.dialogues} numeric />
              <ColumnHead name={words.handedOff} numeric />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {found.map((each) => (
              <Row key={each.intent} each={each} />
            ))}
          </tbody>
        </table>
      )}
    </Searched>
  );
}

function Row({ each: { intent, dialogues, handed_off } }: { each: IntentCount }) {
  const { period } = usePlace();
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {readable(intent)}
      </th>
      <Cell name={words.dialogues} numeric>
        <Link href={address("/dialogues", period, { intent })}>{number(dialogues)}</Link>
      </Cell>
      <ShareCell
        name={words.handedOff}
        count={handed_off}
        base={dialogues}
        href={address("/dialogues", period, { intent, outcome: "handed_off" })}
      />
    </tr>
  );
}
