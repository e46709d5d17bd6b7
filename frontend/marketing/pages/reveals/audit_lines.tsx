// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Search } from "lucide-preact";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import type { AuditView } from "../../../wire/rest.gen";
import type { AuditFilters } from "../../hub";
import { Cell } from "../../parts/cell";
import { ChoiceField } from "../../parts/choice_field";
import { ColumnHead } from "../../parts/column_head";
import { Field } from "../../parts/field";
import { Moment } from "../../parts/moment";
import { SearchField } from "../../parts/search_field";
import { Empty, Loaded, More } from "../../parts/states";
import { useColleagues } from "../agents/queries";
import { useAudit, useReviewers } from "./queries";
import { words } from "./texts";

const ALL: AuditFilters = { q: "", actor: "", action: "", from: "", until: "" };

/** Narrowed by the hub, a page at a time. */
export function AuditLines() {
  const [wanted, setWanted] = useState(ALL);
  const query = useAudit(wanted);
  const narrowed = Object.values(wanted).some((value) => value !== "");
  return (
    <>
      <Filters wanted={wanted} onChange={(change) => setWanted({ ...wanted, ...change })} />
      <Loaded query={query} rows={6}>
        {({ pages }) => {
          const lines = pages.flatMap(({ items }) => items);
          if (lines.length > 0)
            return (
              <>
                <Lines lines={lines} />
                <More shown={lines.length} query={query} />
              </>
            );
          return narrowed ? (
            <Empty title={words.noMatchTitle}>
              <button type="button" class="button" onClick={() => setWanted(ALL)}>
                {words.clear}
              </button>
            </Empty>
          ) : (
            <Empty title={words.emptyTitle}>
              <p>{words.empty}</p>
            </Empty>
          );
        }}
      </Loaded>
    </>
  );
}

interface FiltersProps {
  wanted: AuditFilters;
  onChange: (change: Partial<AuditFilters>) => void;
}

function Filters({ wanted, onChange }: FiltersProps) {
  const answering = useColleagues(true).data?.items ?? [];
  const reviewing = useReviewers().data?.items ?? [];
  const names = new Map([...answering, ...reviewing].map(({ id, name }) => [id, name]));
  const who = [...names].map(([value, name]) => ({ value, name }));
  const what = Object.entries(words.actions).map(([value, name]) => ({ value, name }));
  return (
    <search class="audit-filters">
      <SearchField
        label={words.find}
        icon={<Search size={16} aria-hidden="true" />}
        value={wanted.q}
        onSearch={(q) => onChange({ q })}
      />
      <ChoiceField
        label={words.who}
        value={wanted.actor}
        options={[{ value: "", name: words.anybody }, ...who]}
        onPick={(actor) => onChange({ actor })}
      />
      <ChoiceField
        label={words.what}
        value={wanted.action}
        options={[{ value: "", name: words.anything }, ...what]}
        onPick={(action) => onChange({ action })}
      />
      <DayField label={words.from} value={wanted.from} onPick={(from) => onChange({ from })} />
      <DayField label={words.until} value={wanted.until} onPick={(until) => onChange({ until })} />
    </search>
  );
}

function DayField({ label, value, onPick }: { label: string; value: string; onPick: (day: string) => void }) {
  return (
    <Field label={label}>
      {(attributes) => (
        <input
          {...attributes}
          type="date"
          value={value}
          onChange={(event) => onPick(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Lines({ lines }: { lines: readonly AuditView[] }) {
  return (
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
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </tbody>
    </table>
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
