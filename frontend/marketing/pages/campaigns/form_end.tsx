import { SamtalError } from "../../../client/ack";
import { reasonOf } from "../../parts/states";
import { texts } from "../../texts";

interface FormEndProps {
  pending: boolean;
  error: Error | null;
  onCancel: () => void;
}

/** What went wrong, if it did, and the two ways on. What was written stays in the form. */
export function FormEnd({ pending, error, onCancel }: FormEndProps) {
  return (
    <>
      <div role="alert">{error && <p class="field-error">{sentenceOf(error)}</p>}</div>
      <div class="row end">
        <button type="button" class="button" onClick={onCancel}>
          {texts.campaigns.cancel}
        </button>
        <button type="submit" class="button primary" disabled={pending}>
          {pending ? texts.campaigns.creating : texts.campaigns.create}
        </button>
      </div>
    </>
  );
}

/** The hub words its refusals for the person who caused them; failures of the way there are ours to word. */
function sentenceOf(error: Error): string {
  return error instanceof SamtalError && !error.passing ? error.message : reasonOf(error);
}
