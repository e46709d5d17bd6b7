import { useState } from "preact/hooks";
import { useLocation, useSearchParams } from "wouter-preact";
import type { SegmentView } from "../../../wire/rest.gen";
import { Dialog } from "../../parts/dialog";
import { NameField } from "../../parts/name_field";
import { reasonOf } from "../../parts/states";
import { periodQuery, usePlace } from "../../places/use_place";
import type { Book } from "./condition_row";
import { isRefused, Preview, RuleProblems } from "./preview";
import { useRemoveSegment, useSaveSegment } from "./queries";
import { emptyGroup, fromRule, toRule } from "./rule";
import { RuleGroup } from "./rule_group";
import { words } from "./texts";

interface EditorProps {
  /** None yet: a new one. */
  segment: SegmentView | null;
  book: Book;
}

/** A segment's name and rule, with who belongs while it is written. */
export function Editor({ segment, book }: EditorProps) {
  const [, go] = useLocation();
  const { period } = usePlace();
  const save = useSaveSegment(segment?.id ?? null);
  const [name, setName] = useState(segment?.name ?? "");
  const [missing, setMissing] = useState(false);
  const [params] = useSearchParams();
  const [draft, setDraft] = useState(() =>
    segment ? fromRule(segment.rule) : (suggested(params.get("rule")) ?? emptyGroup()),
  );
  if (draft === null) return <p class="notice">{words.unreadable}</p>;
  const rule = toRule(draft, book.fields);
  const unchanged = segment !== null && JSON.stringify(rule) === JSON.stringify(grouped(segment.rule));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(name.trim() === "");
    if (name.trim() === "" || rule === null) return;
    save.mutate(
      { name: name.trim(), rule },
      { onSuccess: ({ id }) => segment === null && go(`/segments/${id}${periodQuery(period)}`) },
    );
  };
  return (
    <>
      <form class="segment-form" onSubmit={submit} noValidate>
        <NameField
          label={words.name}
          problem={missing ? words.nameMissing : undefined}
          value={name}
          onName={setName}
        />
        <h2 class="sr-only">{words.rule}</h2>
        <RuleGroup group={draft} book={book} onChange={setDraft} />
        <div role="alert">{save.error && <Refusal error={save.error} />}</div>
        <div class="row">
          <button type="submit" class="button primary" disabled={save.isPending || rule === null}>
            {save.isPending ? words.saving : words.save}
          </button>
          {segment && <Remove segment={segment} />}
          <span role="status">{save.isSuccess && words.saved}</span>
        </div>
      </form>
      <Preview rule={rule} saved={unchanged ? segment.id : null} />
    </>
  );
}

/** Another page may suggest a rule in the address; what cannot be read is no suggestion. */
function suggested(rule: string | null) {
  try {
    return rule === null ? null : fromRule(JSON.parse(rule));
  } catch {
    return null;
  }
}

/** As this page writes it: a lone condition stands in a group. */
function grouped(rule: Record<string, unknown>): Record<string, unknown> {
  return "field" in rule ? { all: [rule] } : rule;
}

function Refusal({ error }: { error: Error }) {
  if (isRefused(error)) return <RuleProblems fields={error.fields} />;
  return (
    <p class="field-error">
      {"code" in error && error.code === "conflict" ? error.message : reasonOf(error)}
    </p>
  );
}

function Remove({ segment }: { segment: SegmentView }) {
  const [, go] = useLocation();
  const { period } = usePlace();
  const [asking, setAsking] = useState(false);
  const remove = useRemoveSegment();
  const sure = () => remove.mutate(segment.id, { onSuccess: () => go(`/segments${periodQuery(period)}`) });
  return (
    <>
      <button type="button" class="button" onClick={() => setAsking(true)}>
        {words.remove}
      </button>
      {asking && (
        <Dialog title={words.remove} onClose={() => setAsking(false)}>
          <p>{words.removeSure(segment.name)}</p>
          {remove.error && (
            <p class="field-error" role="alert">
              {reasonOf(remove.error)}
            </p>
          )}
          <div class="row end">
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {words.keep}
            </button>
            <button type="button" class="button primary" disabled={remove.isPending} onClick={sure}>
              {words.remove}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
