import { Plus, Undo2, X } from "lucide-preact";
import { useRef } from "preact/hooks";
import { factValue, t } from "../texts";
import { FactValueField } from "../views/fact_value_field";
import { changed, type LearnedRow, withNew, without } from "./learned";

const MOST = 20;

interface Props {
  rows: readonly LearnedRow[];
  /** What the hub found wrong, by the kind of fact. */
  errors: Readonly<Record<string, string>>;
  onChange: (rows: LearnedRow[]) => void;
}

/** Facts for the bot, one a line; each can be changed or taken away. */
export function LearnedRows({ rows, errors, onChange }: Props) {
  const add = useRef<HTMLButtonElement>(null);
  return (
    <fieldset class="learned">
      <legend>{t.learned}</legend>
      {rows.length === 0 && <p class="soft">{t.learnedNothing}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Line
              row={row}
              error={errors[row.key]}
              onChange={(change) => onChange(changed(rows, row.id, change))}
              onRemove={() => {
                onChange(without(rows, row.id));
                if (row.kept === null) add.current?.focus();
              }}
            />
          </li>
        ))}
      </ul>
      {rows.length < MOST && (
        <button
          ref={add}
          type="button"
          class="button button-small"
          onClick={() => onChange(withNew(rows, nextKind(rows)))}
        >
          <Plus size={14} aria-hidden="true" /> {t.learnedAdd}
        </button>
      )}
    </fieldset>
  );
}

const KINDS: Readonly<Record<string, string>> = t.factKinds;

function nextKind(rows: readonly LearnedRow[]): string {
  const taken = new Set(rows.map(({ key }) => key));
  return Object.keys(KINDS).find((key) => !taken.has(key)) ?? "order_number";
}

interface LineProps {
  row: LearnedRow;
  error: string | undefined;
  onChange: (change: Partial<Pick<LearnedRow, "key" | "value" | "over">>) => void;
  onRemove: () => void;
}

function Line({ row, error, onChange, onRemove }: LineProps) {
  const { key, value, kept, over } = row;
  const kind = KINDS[key] ?? key;
  const shown = factValue({ key, value });
  if (over) {
    return (
      <div class="learned-line">
        <span class="learned-kind">{kind}</span>
        <span>
          <s>
            <bdi>{shown}</bdi>
          </s>{" "}
          <span class="soft">{t.learnedOver}</span>
        </span>
        <button
          type="button"
          class="icon-button"
          aria-label={t.learnedKeep(shown)}
          title={t.learnedKeep(shown)}
          onClick={() => onChange({ over: false })}
        >
          <Undo2 size={16} aria-hidden="true" />
        </button>
      </div>
    );
  }
  return (
    <div class="learned-line">
      {kept === null ? (
        <select
          aria-label={t.factKind}
          value={key}
          onChange={(event) => {
            const next = event.currentTarget.value;
            // A code of one list says nothing in another kind.
            const fits = !(t.factOptions[next] || t.factOptions[key]);
            onChange({ key: next, ...(fits ? {} : { value: "" }) });
          }}
        >
          {Object.entries(KINDS).map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <span class="learned-kind">{kind}</span>
      )}
      <FactValueField
        kind={key}
        label={kind}
        value={value}
        error={error}
        errorId={`learned-${row.id}`}
        onValue={(said) => onChange({ value: said })}
      />
      <button
        type="button"
        class="icon-button"
        aria-label={t.learnedRemove(kind, shown)}
        title={t.learnedRemove(kind, shown)}
        onClick={onRemove}
      >
        <X size={16} aria-hidden="true" />
      </button>
      {error && (
        <small class="field-problem" id={`learned-${row.id}`}>
          {t.learnedWrong}
        </small>
      )}
    </div>
  );
}
