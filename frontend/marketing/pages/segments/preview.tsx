// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Link } from "wouter-preact";
import { SamtalError } from "../../../client/ack";
import type { MemberView, SegmentPreview } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { money } from "../../measures/money";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Moment } from "../../parts/moment";
import { Loaded } from "../../parts/states";
import { address } from "../../places/filters";
import { contactCode, languageName } from "../../places/names";
import { usePlace } from "../../places/use_place";
import { isOfSome, usePreview } from "./queries";
import type { Rule } from "./rule";
import { words } from "./texts";

interface PreviewProps {
  rule: Rule | null;
  /** The id of the segment if the rule is the saved one. */
  saved: string | null;
}

/** Who belongs now, by code and by what they did. */
export function Preview({ rule, saved }: PreviewProps) {
  const { query, counting } = usePreview(rule);
  return (
    <section class="part" aria-labelledby="who-belongs">
      <h2 id="who-belongs">{words.preview}</h2>
      {rule === null ? (
        <p class="soft" role="status">
          {words.incomplete}
        </p>
      ) : isRefused(query.error) ? (
        <RuleProblems fields={query.error.fields} />
      ) : (
        <Loaded query={query} rows={4}>
          {(preview) => <Found preview={preview} saved={saved} counting={counting} />}
        </Loaded>
      )}
    </section>
  );
}

interface FoundProps {
  preview: SegmentPreview;
  saved: string | null;
  /** All are being counted, while some were already. */
  counting: boolean;
}

function Found({ preview, saved, counting }: FoundProps) {
  const { period } = usePlace();
  const { count, contacts, counted, low, high, sample } = preview;
  const some = isOfSome(preview);
  return (
    <>
      <p class="summary" aria-live="polite">
        {some
          ? words.about(number(count), number(contacts), number(low), number(high))
          : words.count(count, number(count), number(contacts))}
      </p>
      {some && (
        <p class="soft">
          {words.ofSome(number(counted))} {counting && words.counting}
        </p>
      )}
      {count === 0 ? (
        some || <p class="soft">{words.nobody}</p>
      ) : (
        <>
          <p>
            {saved === null ? (
              <span class="soft">{words.saveFirst}</span>
            ) : (
              <Link href={address("/dialogues", period, { segment: saved })}>{words.seeDialogues}</Link>
            )}
          </p>
          {sample.length > 0 && <Sample sample={sample} />}
        </>
      )}
    </>
  );
}

function Sample({ sample }: { sample: readonly MemberView[] }) {
  return (
    <table class="table stacking" role="table" aria-label={words.sample(sample.length)}>
      <caption class="soft">{words.sample(sample.length)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <ColumnHead name={words.contact} />
          <ColumnHead name={words.language} />
          <ColumnHead name={words.dialogues} numeric />
          <ColumnHead name={words.lastDialogue} />
          <ColumnHead name={words.orders} numeric />
          <ColumnHead name={words.spent} numeric />
          <ColumnHead name={words.lastOrder} />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sample.map((member) => (
          <MemberRow key={member.contact_id} member={member} />
        ))}
      </tbody>
    </table>
  );
}

function MemberRow({ member }: { member: MemberView }) {
  const { period } = usePlace();
  const { contact_id, language, dialogues, last_dialogue_at, orders, spent_cents, last_order_at } = member;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {dialogues > 0 ? (
          <Link href={address("/dialogues", period, { contact: contact_id })}>
            <code>{contactCode(contact_id)}</code>
          </Link>
        ) : (
          <code>{contactCode(contact_id)}</code>
        )}
      </th>
      <Cell name={words.language}>{language && languageName(language)}</Cell>
      <Cell name={words.dialogues} numeric>
        {number(dialogues)}
      </Cell>
      <Cell name={words.lastDialogue}>{last_dialogue_at && <Moment time={last_dialogue_at} />}</Cell>
      <Cell name={words.orders} numeric>
        {number(orders)}
      </Cell>
      <Cell name={words.spent} numeric>
        {orders > 0 && money(spent_cents)}
      </Cell>
      <Cell name={words.lastOrder}>{last_order_at && <Moment time={last_order_at} />}</Cell>
    </tr>
  );
}

export function isRefused(error: Error | null): error is SamtalError {
  return error instanceof SamtalError && error.code === "invalid";
}

export function RuleProblems({ fields }: { fields: Readonly<Record<string, string>> }) {
  return (
    <div role="alert">
      <p class="field-error">{words.problems}</p>
      <ul>
        {Object.entries(fields).map(([path, code]) => (
          <li key={path}>
            <code>{path}</code> {words.ruleProblems[code] ?? code}
          </li>
        ))}
      </ul>
    </div>
  );
}
