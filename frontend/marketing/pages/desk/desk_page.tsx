// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import type { SampleView } from "../../../wire/rest.gen";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Moment } from "../../parts/moment";
import { Page } from "../../parts/page";
import { Searched } from "../../parts/searched";
import { Empty, Loaded } from "../../parts/states";
import { periodQuery, usePlace } from "../../places/use_place";
import { DrawForm } from "./draw_form";
import { useSamples } from "./queries";
import { words } from "./texts";

/** All samples, and a way to draw one. */
export function DeskPage() {
  const [drawing, setDrawing] = useState(false);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        !drawing && (
          <button type="button" class="button primary" onClick={() => setDrawing(true)}>
            {words.fresh}
          </button>
        )
      }
    >
      {drawing && <DrawForm onClose={() => setDrawing(false)} />}
      <Loaded query={useSamples()} rows={4}>
        {({ items }) =>
          items.length > 0 ? (
            <Samples samples={items} />
          ) : (
            !drawing && (
              <Empty title={words.emptyTitle}>
                <p>{words.empty}</p>
              </Empty>
            )
          )
        }
      </Loaded>
    </Page>
  );
}

function Samples({ samples }: { samples: readonly SampleView[] }) {
  const { period } = usePlace();
  const { columns } = words;
  return (
    <Searched items={samples} label={words.find} wordsOf={({ name }) => name}>
      {(found) => (
        <table class="table stacking" role="table" aria-label={words.title}>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHead name={columns.name} />
              <ColumnHead name={columns.drawn} />
              <ColumnHead name={columns.coders} />
              <ColumnHead name={columns.created} />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {found.map((sample) => (
              <tr role="row" key={sample.id}>
                <Cell name={columns.name}>
                  <Link href={`/desk/${encodeURIComponent(sample.id)}${periodQuery(period)}`}>
                    <bdi>{sample.name}</bdi>
                  </Link>
                </Cell>
                <Cell name={columns.drawn}>
                  {words.drawn(sample.size, words.strata[sample.by], sample.seed)}
                </Cell>
                <Cell name={columns.coders}>
                  <Coders sample={sample} />
                </Cell>
                <Cell name={columns.created}>
                  <Moment time={sample.created_at} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Searched>
  );
}

/** How far each of the two is. */
export function Coders({ sample }: { sample: SampleView }) {
  return (
    <>
      {sample.coders.map(({ id, name, coded, done_at }, at) => (
        <span key={id}>
          {at > 0 && " · "}
          <bdi>{words.progress(name, coded, sample.size)}</bdi>
          {done_at && `, ${words.done}`}
        </span>
      ))}
    </>
  );
}
