import { Link } from "wouter-preact";
import type { ExperimentView, InboxSettings } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Cell } from "../../parts/cell";
import { Moment } from "../../parts/moment";
import { Page } from "../../parts/page";
import { Searched } from "../../parts/searched";
import { Empty, Loaded } from "../../parts/states";
import { periodQuery, usePlace } from "../../places/use_place";
import { fresh, fromView } from "./draft";
import { DraftForm } from "./draft_form";
import { useExperiment, useExperiments, useInboxes } from "./queries";
import { Report } from "./report";
import { words } from "./texts";

const FRESH = "new";

interface ExperimentsPageProps {
  /** The one that is open. */
  id?: string;
}

export function ExperimentsPage({ id }: ExperimentsPageProps) {
  if (id === undefined) return <List />;
  return id === FRESH ? <Fresh /> : <One id={id} />;
}

function List() {
  const { period } = usePlace();
  const fresh = (
    <Link class="button primary" href={`/experiments/${FRESH}${periodQuery(period)}`}>
      {words.fresh}
    </Link>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={fresh}>
      <Loaded query={useExperiments()} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.emptyTitle}>
              <p>{words.empty}</p>
              {fresh}
            </Empty>
          ) : (
            <section class="panel">
              <Searched items={items} label={words.find} wordsOf={searchable}>
                {(found) => <Table experiments={found} query={periodQuery(period)} />}
              </Searched>
            </section>
          )
        }
      </Loaded>
    </Page>
  );
}

function Table({ experiments, query }: { experiments: readonly ExperimentView[]; query: string }) {
  const { columns } = words;
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
    <table class="table stacking" role="table">
      <thead role="rowgroup">
        <tr role="row">
          {[columns.name, columns.state, columns.goal, columns.people, columns.since].map((name) => (
            <th key={name} role="columnheader" scope="col" class={name === columns.people ? "numeric" : ""}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {experiments.map((one) => (
          <tr key={one.id} role="row">
            <th role="rowheader" scope="row">
              <Link href={`/experiments/${one.id}${query}`}>
                <bdi>{one.name}</bdi>
              </Link>
            </th>
            <Cell name={columns.state}>
              <State state={one.state} />
            </Cell>
            <Cell name={columns.goal}>{words.goals[one.goal]}</Cell>
            <Cell name={columns.people} numeric>
              {number(one.people)}
            </Cell>
            <Cell name={columns.since}>
              <Moment time={one.started_at ?? one.created_at} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: as above
  );
}

export function State({ state }: { state: ExperimentView["state"] }) {
  const tone = { draft: "waiting", running: "human", ended: "resolved" }[state];
  return <span class={`badge badge-${tone}`}>{words.states[state]}</span>;
}

function Fresh() {
  return (
    <Page title={words.fresh} actions={<Back />}>
      <Loaded query={useInboxes()} rows={6}>
        {({ items }) => <FreshForm inboxes={items} />}
      </Loaded>
    </Page>
  );
}

function FreshForm({ inboxes }: { inboxes: readonly InboxSettings[] }) {
  const first = inboxes[0];
  return <DraftForm id={null} inboxes={inboxes} start={fresh(first?.key ?? "", first?.greeting ?? "")} />;
}

function One({ id }: { id: string }) {
  const query = useExperiment(id);
  const inboxes = useInboxes();
  const title = query.data?.experiment.name ?? words.title;
  return (
    <Page title={title} lead={query.data && <State state={query.data.experiment.state} />} actions={<Back />}>
      <Loaded query={query} rows={6}>
        {(report) =>
          report.experiment.state === "draft" ? (
            <DraftForm
              key={id}
              id={id}
              inboxes={inboxes.data?.items ?? []}
              start={fromView(report.experiment)}
            />
          ) : (
            <Report report={report} again={() => void query.refetch()} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Back() {
  const { period } = usePlace();
  return (
    <Link class="button" href={`/experiments${periodQuery(period)}`}>
      {words.back}
    </Link>
  );
}

function searchable({ name, state, goal, inbox }: ExperimentView): string {
  return [name, words.states[state], words.goals[goal], inbox].join(" ");
}
