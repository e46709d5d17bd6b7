import { Field } from "./field";

interface ChoiceFieldProps<Value extends string> {
  label: string;
  hint?: string;
  problem?: string | undefined;
  value: Value;
  options: readonly { value: Value; name: string }[];
  onPick: (value: Value) => void;
}

/** One of a few, as a labelled drop-down. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, hint, problem, value, options, onPick } = props;
  return (
    <Field label={label} problem={problem} {...(hint ? { hint } : {})}>
      {(attributes) => (
        <select
          {...attributes}
          value={value}
          onChange={(event) => {
            // Typed by what is offered, not by what the page says.
            const picked = options[event.currentTarget.selectedIndex];
            if (picked) onPick(picked.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CampaignFieldProps {
  label: string;
  none: string;
  problem?: string | undefined;
  campaigns: readonly { id: string; name: string }[];
  value: string;
  onPick: (id: string) => void;
}

/** One of the shop's campaigns, or none of them: the empty word. */
export function CampaignField({ none, campaigns, ...rest }: CampaignFieldProps) {
  const options = [{ value: "", name: none }, ...campaigns.map(({ id, name }) => ({ value: id, name }))];
  return <ChoiceField {...rest} options={options} />;
}
