import { Link } from "wouter-preact";
import type { SegmentFields, SegmentView } from "../../../wire/rest.gen";
import { Page } from "../../parts/page";
import { Searched } from "../../parts/searched";
import { Empty, Loaded } from "../../parts/states";
import { periodQuery, usePlace } from "../../places/use_place";
import { useSegments } from "../../queries";
import { Editor } from "./editor";
import { useSegmentFields } from "./queries";
import { words } from "./texts";

const FRESH = "new";

interface SegmentsPageProps {
  /** The one that is open. */
  id?: string;
}

/** Saved segments beside the one that is open. */
export function SegmentsPage({ id }: SegmentsPageProps) {
  return (
    <Page title={words.title} lead={words.lead} actions={<NewSegment />}>
      <Loaded query={useSegments()} rows={4}>
        {({ items }) =>
          items.length === 0 && id === undefined ? (
            <Empty title={words.emptyTitle}>
              <p>{words.empty}</p>
            </Empty>
          ) : (
            <div class="segment-columns">
              <SegmentList segments={items} open={id} />
              <Open segments={items} id={id} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function NewSegment() {
  const { period } = usePlace();
  return (
    <Link class="button primary" href={`/segments/${FRESH}${periodQuery(period)}`}>
      {words.fresh}
    </Link>
  );
}

function SegmentList({ segments, open }: { segments: readonly SegmentView[]; open: string | undefined }) {
  const { period } = usePlace();
  if (segments.length === 0) return <div />;
  return (
    <nav aria-label={words.list}>
      <Searched items={segments} label={words.find} wordsOf={({ name }) => name}>
        {(found) => (
          <ul class="segment-list">
            {found.map(({ id, name }) => (
              <li key={id}>
                <Link
                  href={`/segments/${encodeURIComponent(id)}${periodQuery(period)}`}
                  aria-current={id === open ? "true" : undefined}
                >
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Searched>
    </nav>
  );
}

function Open({ segments, id }: { segments: readonly SegmentView[]; id: string | undefined }) {
  const query = useSegmentFields();
  const segment = segments.find((one) => one.id === id) ?? null;
  if (id === undefined)
    return (
      <Empty title={words.chooseTitle}>
        <p>{words.choose}</p>
      </Empty>
    );
  if (segment === null && id !== FRESH) return <p class="notice">{words.gone}</p>;
  return (
    <div>
      <Loaded query={query} rows={4}>
        {(fields) => <Editor key={id} segment={segment} book={bookOf(fields)} />}
      </Loaded>
    </div>
  );
}

function bookOf({ fields, choices }: SegmentFields) {
  return { fields: new Map(fields.map((field) => [field.name, field])), choices };
}
