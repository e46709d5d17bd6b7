import { t } from "../texts";

interface Props {
  /** The kind of fact. */
  kind: string;
  value: string;
  onValue: (value: string) => void;
  label?: string;
  id?: string;
  error?: string | undefined;
  errorId?: string | undefined;
  required?: boolean;
  autofocus?: boolean;
}

const LONGEST = 200;

/** Where a fact's value is written, or chosen for kinds whose values are a list. */
export function FactValueField({ kind, value, onValue, label, id, error, errorId, ...rest }: Props) {
  const shared = {
    id,
    ...rest,
    "aria-label": label,
    "aria-invalid": error ? ("true" as const) : undefined,
    "aria-describedby": error ? errorId : undefined,
  };
  const options = t.factOptions[kind];
  if (options) {
    return (
      <select {...shared} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        <option value="">{t.factChoose}</option>
        {Object.entries(options).map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      value={value}
      maxLength={LONGEST}
      placeholder={t.factExamples[kind]}
      dir="auto"
      autocomplete="off"
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
}
