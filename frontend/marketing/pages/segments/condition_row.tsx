import { X } from "lucide-preact";
import { useId } from "preact/hooks";
import type { SegmentChoiceView, SegmentFieldView } from "../../../wire/rest.gen";
import { languageName, readable, valueName } from "../../places/names";
import { type ConditionDraft, type Fields, needsValue, onField } from "./rule";
import { words } from "./texts";

const WINDOWS = [7, 30, 90, 365];
const MOST_DAYS = 3660;
const MOST = 999_999_999;

export interface Book {
  readonly fields: Fields;
  readonly choices: readonly SegmentChoiceView[];
}

interface ConditionRowProps {
  condition: ConditionDraft;
  book: Book;
  onChange: (condition: ConditionDraft) => void;
  onRemove: (() => void) | null;
}

/** One condition as a sentence of choices: what, how, which value, in which time. */
export function ConditionRow({ condition, book, onChange, onRemove }: ConditionRowProps) {
  const field = book.fields.get(condition.field);
  return (
    <li class="condition">
      <FieldChoice
        condition={condition}
        book={book}
        onPick={(name) => onChange(onField(condition, book.fields.get(name)))}
      />
      {field && field.tests.length > 1 && (
        <select
          aria-label={words.test}
          value={condition.is}
          onChange={(event) => onChange({ ...condition, is: event.currentTarget.value })}
        >
          {field.tests.map((test) => (
            <option key={test} value={test}>
              {words.tests[test] ?? test}
            </option>
          ))}
        </select>
      )}
      {field && needsValue(condition.is) && (
        <Value
          condition={condition}
          field={field}
          book={book}
          onType={(value) => onChange({ ...condition, value })}
        />
      )}
      {field?.windowed && (
        <Window days={condition.withinDays} onPick={(withinDays) => onChange({ ...condition, withinDays })} />
      )}
      {onRemove && (
        <button
          type="button"
          class="icon-button"
          aria-label={words.removeCondition(field ? fieldName(field.name) : words.choose1)}
          onClick={onRemove}
        >
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

function FieldChoice({
  condition,
  book,
  onPick,
}: {
  condition: ConditionDraft;
  book: Book;
  onPick: (name: string) => void;
}) {
  const all = [...book.fields.keys()];
  const subjects = [...new Set(all.map(subjectOf))];
  return (
    <select
      aria-label={words.field}
      value={condition.field}
      onChange={(event) => onPick(event.currentTarget.value)}
    >
      <option value="">{words.choose1}</option>
      {subjects.map((subject) => (
        <optgroup key={subject} label={words.subjects[subject] ?? readable(subject)}>
          {all
            .filter((name) => subjectOf(name) === subject)
            .map((name) => (
              <option key={name} value={name}>
                {fieldName(name)}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}

interface ValueProps {
  condition: ConditionDraft;
  field: SegmentFieldView;
  book: Book;
  onType: (value: string) => void;
}

function Value({ condition, field, book, onType }: ValueProps) {
  const list = useId();
  const choices = book.choices.filter((choice) => choice.field === field.name);
  if (field.kind === "flag")
    return (
      <select
        aria-label={words.value}
        value={condition.value}
        onChange={(event) => onType(event.currentTarget.value)}
      >
        <option value="true">{words.yes}</option>
        <option value="false">{words.no}</option>
      </select>
    );
  if (field.kind === "count" || field.kind === "since")
    return (
      <input
        class="condition-number"
        type="number"
        inputMode="numeric"
        min={0}
        max={field.kind === "since" ? MOST_DAYS : MOST}
        step={1}
        aria-label={words.value}
        value={condition.value}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    );
  if (choices.length > 0 && condition.is !== "one_of") {
    const known = choices.some(({ value }) => value === condition.value);
    return (
      <select
        aria-label={words.value}
        value={condition.value}
        onChange={(event) => onType(event.currentTarget.value)}
      >
        <option value="">{words.choose1}</option>
        {condition.value !== "" && !known && <option value={condition.value}>{condition.value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choiceName(choice)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <>
      <input
        aria-label={condition.is === "one_of" ? `${words.value}, ${words.listHint}` : words.value}
        dir="auto"
        maxLength={200}
        list={list}
        value={condition.value}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <datalist id={list}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choiceName(choice)}
          </option>
        ))}
      </datalist>
    </>
  );
}

function Window({ days, onPick }: { days: number | null; onPick: (days: number | null) => void }) {
  const all = days === null || WINDOWS.includes(days) ? WINDOWS : [...WINDOWS, days];
  return (
    <select
      aria-label={words.window}
      value={days ?? ""}
      onChange={(event) => onPick(Number(event.currentTarget.value) || null)}
    >
      <option value="">{words.ever}</option>
      {all.map((one) => (
        <option key={one} value={one}>
          {words.lastDays(one)}
        </option>
      ))}
    </select>
  );
}

function subjectOf(name: string): string {
  return name.split(".")[0] ?? "";
}

export function fieldName(name: string): string {
  return words.fields[name] ?? readable(name.split(".").slice(1).join(" "));
}

function choiceName({ field, value, name }: SegmentChoiceView): string {
  if (field === "dialogues.language") return languageName(value);
  return field === "dialogues.channel" ? valueName("channel", value) : name;
}
