import { useId } from "preact/hooks";
import type { FormField } from "../../wire/events.gen";
import { useTexts } from "../texts";

interface FieldsProps {
  fields: readonly FormField[];
  onAnswer: (values: Record<string, string>) => void;
}

const COMPLETED_BY: Record<string, string> = { email: "email", tel: "tel", name: "name" };

/** A few fields and a button; the browser checks what is required and well formed. */
export function Fields({ fields, onAnswer }: FieldsProps) {
  const texts = useTexts();
  const id = useId();

  function onSubmit(event: SubmitEvent) {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    onAnswer(Object.fromEntries([...given].map(([name, value]) => [name, String(value).trim()])));
  }

  return (
    <form class="fields" onSubmit={onSubmit}>
      {fields.map(({ name, label, input = "text", required = true }) => (
        <label key={name} for={`${id}${name}`}>
          {label}
          <input
            id={`${id}${name}`}
            name={name}
            type={input}
            required={required}
            maxLength={200}
            autocomplete={COMPLETED_BY[input] ?? COMPLETED_BY[name] ?? "off"}
          />
        </label>
      ))}
      <button type="submit" class="primary">
        {texts.submit}
      </button>
    </form>
  );
}
