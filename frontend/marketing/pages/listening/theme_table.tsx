// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { useId, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import type { ListeningReport, ThemeCountView, ThemeView } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import type { Comparison } from "../../parts/compare_picker";
import { Searched } from "../../parts/searched";
import { usePlace } from "../../places/use_place";
import { words } from "./texts";
import { fullName, isOf, KINDS, type Kind, themeAddress, themeName } from "./themes";

const HIGH = 24;
const STEP = 6;
const GAP = 1;

interface Compared {
  before: ListeningReport | null;
  comparison: Comparison;
}
/** As many themes as the hub lists of a period. */
const MOST = 200;

/** Of the period compared with; null while it is not known, or where the list of that period is cut off. */
function dialoguesBefore(
  { theme, previous }: ThemeCountView,
  { before, comparison }: Compared,
): number | null {
  if (comparison.against === "before") return previous;
  if (before === null) return null;
  const name = JSON.stringify(themeKey(theme));
  const found = before.themes.find((one) => JSON.stringify(themeKey(one.theme)) === name);
  if (found) return found.dialogues;
  return before.themes.length < MOST ? 0 : null;
}

function themeKey({ kind, key, about }: ThemeView) {
  return [kind, key, about ?? null];
}

/** Every theme of the period, most frequent first; each opens its dialogues. */
export function ThemeTable({ themes, ...compared }: Compared & { themes: readonly ThemeCountView[] }) {
  const [kind, setKind] = useState<Kind>("all");
  const id = useId();
  const shown = themes.filter(({ theme }) => isOf(kind, theme));
  return (
    <>
      <div class="theme-kind">
        <label for={id}>{words.show}</label>
        <select id={id} value={kind} onChange={(event) => setKind(event.currentTarget.value as Kind)}>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {words.kinds[each]}
            </option>
          ))}
        </select>
      </div>
      {shown.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        <Searched key={kind} items={shown} label={words.find} wordsOf={({ theme }) => fullName(theme)}>
          {(found) => (
            <table class="table stacking" role="table" aria-label={words.themesTitle}>
              <thead role="rowgroup">
                <tr role="row">
                  <ColumnHead name={words.theme} />
                  {kind === "product" && <ColumnHead name={words.product} />}
                  <ColumnHead name={words.dialogues} numeric />
                  <ColumnHead name={words.before} numeric />
                  <ColumnHead name={words.trend} />
                </tr>
              </thead>
              <tbody role="rowgroup">
                {found.map((counted) => (
                  <Row
                    key={JSON.stringify(counted.theme)}
                    counted={counted}
                    byProduct={kind === "product"}
                    {...compared}
                  />
                ))}
              </tbody>
            </table>
          )}
        </Searched>
      )}
    </>
  );
}

function Row({
  counted,
  byProduct,
  ...compared
}: Compared & { counted: ThemeCountView; byProduct: boolean }) {
  const { period } = usePlace();
  const { theme, dialogues, days } = counted;
  const earlier = dialoguesBefore(counted, compared);
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {themeName(theme)}
        <span class="under faint">{words.kind[theme.kind]}</span>
      </th>
      {byProduct && (
        <Cell name={words.product}>
          <bdi>{theme.about_name ?? theme.about}</bdi>
        </Cell>
      )}
      <Cell name={words.dialogues} numeric>
        <Link href={themeAddress(theme, period)}>{number(dialogues)}</Link>
      </Cell>
      <Cell name={words.before} numeric>
        {earlier !== null && (
          <Link href={themeAddress(theme, compared.comparison.period)}>{number(earlier)}</Link>
        )}
      </Cell>
      <Cell name={words.trend}>
        <Trend name={fullName(theme)} days={days} />
      </Cell>
    </tr>
  );
}

/** A bar a day; the numbers of single days open with the dialogues. */
function Trend({ name, days }: { name: string; days: readonly number[] }) {
  const most = Math.max(1, ...days);
  return (
    <svg
      class="trend"
      viewBox={`0 0 ${days.length * STEP} ${HIGH}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.trendOf(name, most)}
    >
      {days.map((count, day) => {
        const tall = (HIGH * count) / most;
        return <rect key={day} x={day * STEP} y={HIGH - tall} width={STEP - GAP} height={tall} />;
      })}
    </svg>
  );
}
