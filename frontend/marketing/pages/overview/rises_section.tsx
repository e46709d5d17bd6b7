import { Link } from "wouter-preact";
import type { RecentRises, RiseView } from "../../../wire/rest.gen";
import { day, oneDecimal } from "../../measures/format";
import { addDays } from "../../measures/period";
import { Loaded } from "../../parts/states";
import { words as listening } from "../listening/texts";
import { fullName, themeAddress } from "../listening/themes";
import { useRiseMails, useRises } from "./rises_queries";
import { words } from "./rises_texts";

/** What rose lately, whatever period the page is of, and whether this account is written to. */
export function Rises() {
  return (
    <section class="part" aria-labelledby="rises">
      <h2 id="rises">{words.title}</h2>
      <Loaded query={useRises()} rows={1}>
        {(found) => <Found found={found} />}
      </Loaded>
    </section>
  );
}

function Found({ found: { items, mails, can_mail } }: { found: RecentRises }) {
  return (
    <>
      {items.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        <ul class="rises">
          {items.map((rise) => (
            <li key={`${rise.day} ${JSON.stringify(rise.theme)}`}>
              <Rise rise={rise} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link href="/listening">{words.more}</Link>
      </p>
      <Mails wanted={mails} canMail={can_mail} />
    </>
  );
}

function Rise({ rise: { theme, day: until, days, count, expected } }: { rise: RiseView }) {
  const period = { from: addDays(until, 1 - days), until, preset: null };
  return (
    <>
      <Link href={themeAddress(theme, period)} dir="auto">
        {listening.alert(fullName(theme), count, days, oneDecimal(expected))}
      </Link>
      <span class="under faint">
        {days > 1 && listening.upTo} <time dateTime={until}>{day(until)}</time> UTC · {words.counted}
      </span>
    </>
  );
}

function Mails({ wanted, canMail }: { wanted: boolean; canMail: boolean }) {
  const change = useRiseMails();
  const shown = change.isPending ? change.variables : wanted;
  return (
    <div class="rise-mails">
      <label>
        <input
          type="checkbox"
          checked={shown}
          disabled={change.isPending}
          onChange={(event) => change.mutate(event.currentTarget.checked)}
        />{" "}
        {words.mails}
      </label>
      <span class="under faint">{canMail ? words.mailsHint : words.noServer}</span>
      {change.isError && (
        <span class="under" role="alert">
          {words.failed}
        </span>
      )}
    </div>
  );
}
