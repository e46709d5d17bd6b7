// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Link } from "wouter-preact";
import type { AuditView, ReviewerView } from "../../../wire/rest.gen";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Moment } from "../../parts/moment";
import { Page } from "../../parts/page";
import { Searched } from "../../parts/searched";
import { Empty, Loaded } from "../../parts/states";
import { useAudit, useGrant, useReviewers } from "./queries";
import { words } from "./texts";

/** So many lines the hub gives. */
const MOST = 500;

/** For administrators: who may look behind the masks, and who did. */
export function RevealsPage() {
  return (
    <Page title={words.title} lead={words.lead}>
      <section class="panel" aria-labelledby="reveals-who">
        <h2 id="reveals-who">{words.reviewers}</h2>
        <p class="soft">{words.reviewersLead}</p>
        <Loaded query={useReviewers()} rows={2}>
          {({ items }) =>
            items.length > 0 ? (
              <Reviewers reviewers={items} />
            ) : (
              <Empty title={words.noReviewersTitle}>
                <p>{words.noReviewers}</p>
              </Empty>
            )
          }
        </Loaded>
      </section>
      <section class="panel" aria-labelledby="reveals-lines">
        <h2 id="reveals-lines">{words.lines}</h2>
        <Loaded query={useAudit()} rows={6}>
          {({ items }) =>
            items.length > 0 ? (
              <Lines lines={items} />
            ) : (
              <Empty title={words.emptyTitle}>
                <p>{words.empty}</p>
              </Empty>
            )
          }
        </Loaded>
      </section>
    </Page>
  );
}

function Reviewers({ reviewers }: { reviewers: readonly ReviewerView[] }) {
  return (
    <Searched items={reviewers} label={words.findAccount} wordsOf={({ name }) => name}>
      {(found) => (
        <table class="table stacking" role="table" aria-label={words.reviewers}>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHead name={words.account} />
              <ColumnHead name={words.right} />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {found.map((reviewer) => (
              <Reviewer key={reviewer.id} reviewer={reviewer} />
            ))}
          </tbody>
        </table>
      )}
    </Searched>
  );
}

function Reviewer({ reviewer: { id, name, may_reveal } }: { reviewer: ReviewerView }) {
  const grant = useGrant(id);
  return (
    <tr role="row">
      <Cell name={words.account}>
        <bdi>{name}</bdi>
      </Cell>
      <Cell name={words.right}>
        {may_reveal ? words.may : words.mayNot}{" "}
        <button
          type="button"
          class="button"
          disabled={grant.isPending}
          aria-label={may_reveal ? words.takeFrom(name) : words.giveTo(name)}
          onClick={() => grant.mutate(!may_reveal)}
        >
          {may_reveal ? words.take : words.give}
        </button>
        {grant.isError && <span role="alert"> {words.failed}</span>}
      </Cell>
    </tr>
  );
}

function Lines({ lines }: { lines: readonly AuditView[] }) {
  return (
    <Searched items={lines} label={words.find} wordsOf={wordsOf}>
      {(found) => (
        <>
          {lines.length === MOST && <p class="soft">{words.newest(MOST)}</p>}
          <table class="table stacking" role="table" aria-label={words.lines}>
            <thead role="rowgroup">
              <tr role="row">
                <ColumnHead name={words.when} />
                <ColumnHead name={words.who} />
                <ColumnHead name={words.what} />
                <ColumnHead name={words.dialogue} />
                <ColumnHead name={words.reason} />
              </tr>
            </thead>
            <tbody role="rowgroup">
              {found.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </Searched>
  );
}

function Line({ line: { at, actor_name, action, conversation_id, reason } }: { line: AuditView }) {
  return (
    <tr role="row">
      <Cell name={words.when}>
        <Moment time={at} />
      </Cell>
      <Cell name={words.who}>
        <bdi>{actor_name}</bdi>
      </Cell>
      <Cell name={words.what}>{words.actions[action] ?? action}</Cell>
      <Cell name={words.dialogue}>
        {conversation_id ? (
          <Link href={`/dialogues/${encodeURIComponent(conversation_id)}`}>
            {conversation_id.slice(0, 8)}
          </Link>
        ) : (
          action === "transcript_revealed" && <span class="soft">{words.gone}</span>
        )}
      </Cell>
      <Cell name={words.reason}>
        <bdi>{reason}</bdi>
      </Cell>
    </tr>
  );
}

function wordsOf({ actor_name, action, conversation_id, reason, at }: AuditView): string {
  return [actor_name, words.actions[action] ?? action, conversation_id ?? "", reason, at].join(" ");
}
