// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import type { ReviewerView } from "../../../wire/rest.gen";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Page } from "../../parts/page";
import { Searched } from "../../parts/searched";
import { Empty, Loaded } from "../../parts/states";
import { AuditLines } from "./audit_lines";
import { useGrant, useReviewers } from "./queries";
import { words } from "./texts";

/** For administrators: who may look behind the masks, and all that was done under whose name. */
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
        <AuditLines />
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
