import { texts } from "../texts";

/** One choice among a few, as radio buttons; what is gone can be seen but not chosen. */
export function Options({
  name,
  label,
  values,
  chosen,
  choose,
  gone = () => false,
  swatch = false,
}: {
  name: string;
  label: string;
  values: string[];
  chosen: string;
  choose: (value: string) => void;
  gone?: (value: string) => boolean;
  swatch?: boolean;
}) {
  return (
    <fieldset class="options">
      <legend>
        {label}
        {chosen && <span class="chosen">{chosen}</span>}
      </legend>
      <div class="options-row">
        {values.map((value) => (
          <label key={value} class={swatch ? "option option-swatch" : "option"} title={value}>
            <input
              type="radio"
              class="sr-only"
              name={name}
              value={value}
              checked={value === chosen}
              disabled={gone(value)}
              onChange={() => choose(value)}
            />
            {swatch && <span class="swatch" data-colour={value} aria-hidden="true" />}
            <span class={swatch ? "sr-only" : undefined}>
              {value}
              {gone(value) && <span class="sr-only">, {texts.product.soldOut}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
