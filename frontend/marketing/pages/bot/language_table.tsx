// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Link } from "wouter-preact";
import type { LanguageCount } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Searched } from "../../parts/searched";
import { address } from "../../places/filters";
import { languageName } from "../../places/names";
import { usePlace } from "../../places/use_place";
import { ShareCell } from "./share_cell";
import { words } from "./texts";

/** How the bot does in each language. */
export function LanguageTable({ languages }: { languages: readonly LanguageCount[] }) {
  return (
    <Searched
      items={languages}
      label={words.findLanguage}
      wordsOf={({ language }) => `${language} ${languageName(language)}`}
    >
      {(found) => (
        <table class="table stacking" role="table" aria-label={words.languagesTitle}>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHead name={words.language} />
              <ColumnHead name={words.dialogues} numeric />
              <ColumnHead name={words.alone} numeric />
              <ColumnHead name={words.handedOff} numeric />
              <ColumnHead name={words.missed} numeric />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {found.map((each) => (
              <Row key={each.language} each={each} />
            ))}
          </tbody>
        </table>
      )}
    </Searched>
  );
}

function Row({ each }: { each: LanguageCount }) {
  const { period } = usePlace();
  const { language, dialogues, resolved, bot_alone, handed_off, missed } = each;
  const to = (outcome?: string) =>
    address("/dialogues", period, { locale: language, ...(outcome ? { outcome } : {}) });
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {languageName(language)}
      </th>
      <Cell name={words.dialogues} numeric>
        <Link href={to()}>{number(dialogues)}</Link>
      </Cell>
      <ShareCell name={words.alone} count={bot_alone} base={resolved} href={to("bot_alone")} />
      <ShareCell name={words.handedOff} count={handed_off} base={dialogues} href={to("handed_off")} />
      <ShareCell name={words.missed} count={missed} base={dialogues} href={to("missed")} />
    </tr>
  );
}
