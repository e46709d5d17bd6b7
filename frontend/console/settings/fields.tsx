import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { fits } from "../dialogs/receivers";
import { t } from "../texts";
import { joined, wordsIn } from "./words";

interface Attributes {
  id: string;
  "aria-invalid": "true" | undefined;
  "aria-describedby": string | undefined;
}

interface FieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  children: (attributes: Attributes) => ComponentChildren;
}

/** A label, its control, what helps and what is wrong. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        "aria-invalid": error ? "true" : undefined,
        "aria-describedby": describedBy || undefined,
      })}
      {hint && (
        <small class="soft" id={`${id}-hint`}>
          {hint}
        </small>
      )}
      {error && (
        <small class="field-problem" id={`${id}-error`}>
          {error}
        </small>
      )}
    </div>
  );
}

interface WordsProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  words: readonly string[];
  onChange: (words: string[]) => void;
}

/** Several words in one box, with commas between. */
export function WordsField({ label, hint, error, words, onChange }: WordsProps) {
  const [text, setText] = useState(() => joined(words));
  // What is typed stays as typed, as long as it means these words.
  const shown = joined(wordsIn(text)) === joined(words) ? text : joined(words);
  return (
    <Field label={label} error={error} {...(hint ? { hint } : {})}>
      {(attributes) => (
        <input
          {...attributes}
          value={shown}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            setText(event.currentTarget.value);
            onChange(wordsIn(event.currentTarget.value));
          }}
        />
      )}
    </Field>
  );
}

interface NumberProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

export function NumberField({ label, hint, error, value, min, max, onChange }: NumberProps) {
  return (
    <Field label={label} error={error} {...(hint ? { hint } : {})}>
      {(attributes) => (
        <input
          {...attributes}
          type="number"
          class="number"
          required
          min={min}
          max={max}
          step={1}
          value={Number.isNaN(value) ? "" : value}
          onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
      )}
    </Field>
  );
}

interface NameProps {
  label: string;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** What something is called, which everything has to be. */
export function NameField({ label, error, value, onChange }: NameProps) {
  return (
    <Field label={label} error={error}>
      {(attributes) => (
        <input
          {...attributes}
          required
          maxLength={80}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: Value;
  options: readonly { id: Value; name: string }[];
  onChange: (value: Value) => void;
}

/** One of a few, as a drop-down. */
export function ChoiceField<Value extends string>(props: ChoiceProps<Value>) {
  const { label, hint, error, value, options, onChange } = props;
  return (
    <Field label={label} error={error} {...(hint ? { hint } : {})}>
      {(attributes) => (
        <select
          {...attributes}
          value={value}
          onChange={(event) => {
            // Typed by what is offered, not by what the page says.
            const picked = options[event.currentTarget.selectedIndex];
            if (picked) onChange(picked.id);
          }}
        >
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface TeamProps {
  label: string;
  none: string;
  error?: string | undefined;
  teams: readonly { id: string; name: string }[];
  value: string | null;
  onChange: (id: string | null) => void;
}

/** One team, or none. */
export function TeamField({ none, teams, value, onChange, ...rest }: TeamProps) {
  const options = [{ id: "", name: none }, ...teams];
  return (
    <ChoiceField {...rest} value={value ?? ""} options={options} onChange={(id) => onChange(id || null)} />
  );
}

interface ChecksProps {
  legend: string;
  find: string;
  empty: string;
  options: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

const SEARCH_FROM = 8;

/** Any of several; a long list can be searched. */
export function Checks({ legend, find, empty, options, chosen, onChange }: ChecksProps) {
  const [words, setWords] = useState("");
  const shown = options.filter(({ name }) => fits(words, name));
  return (
    <fieldset class="checks">
      <legend>{legend}</legend>
      {options.length >= SEARCH_FROM && (
        <input
          type="search"
          aria-label={find}
          placeholder={find}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {options.length === 0 && <p class="soft">{empty}</p>}
      <div class="checks-list">
        {shown.map(({ id, name }) => (
          <label key={id} class="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id),
                )
              }
            />
            <bdi>{name}</bdi>
          </label>
        ))}
        {options.length > 0 && shown.length === 0 && <p class="soft">{t.settings.noneFits}</p>}
      </div>
    </fieldset>
  );
}

interface SaveBarProps {
  isChanged: boolean;
  busy: boolean;
  problem: string;
  onReset: () => void;
  children?: ComponentChildren;
}

/** Saves or undoes; says what is not saved and why. */
export function SaveBar({ isChanged, busy, problem, onReset, children }: SaveBarProps) {
  return (
    <div class="save-bar">
      {problem && (
        <p role="alert" class="field-problem">
          {t.settings.saveFailed} {problem}
        </p>
      )}
      <div class="buttons">
        <button type="submit" class="button button-primary" disabled={!isChanged || busy}>
          {busy ? t.settings.saving : t.settings.save}
        </button>
        {isChanged && (
          <button type="button" class="button" disabled={busy} onClick={onReset}>
            {t.settings.undo}
          </button>
        )}
        {children}
      </div>
    </div>
  );
}
