import { Field } from "./field";

interface NameFieldProps {
  label: string;
  problem?: string | undefined;
  value: string;
  onName: (value: string) => void;
}

/** What somebody calls a thing, in any script; the hub takes up to 200 characters. */
export function NameField({ label, problem, value, onName }: NameFieldProps) {
  return (
    <Field label={label} problem={problem}>
      {(attributes) => (
        <input
          {...attributes}
          dir="auto"
          maxLength={200}
          value={value}
          onInput={(event) => onName(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
