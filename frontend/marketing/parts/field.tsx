import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  label: string;
  hint?: string;
  problem?: string | undefined;
  children: (attributes: FieldAttributes) => ComponentChildren;
}

export interface FieldAttributes {
  id: string;
  "aria-describedby": string;
  "aria-invalid": boolean;
}

/** A label, its control, and what is wrong with it, tied together. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  const about = `${id}-about`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, "aria-describedby": about, "aria-invalid": problem !== undefined })}
      <p id={about} class={problem === undefined ? "field-hint" : "field-error"}>
        {problem ?? hint}
      </p>
    </div>
  );
}
