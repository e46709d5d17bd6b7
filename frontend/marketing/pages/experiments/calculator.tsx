import type { PlanView } from "../../../wire/rest.gen";
import { number, oneDecimal } from "../../measures/format";
import { sentenceOf } from "./refusal";
import { words } from "./texts";

const LONG_DAYS = 90;

interface CalculatorProps {
  query: { readonly data: PlanView | undefined; readonly error: Error | null };
}

/** How many people and days, while the form is filled in. */
export function Calculator({ query: { data, error } }: CalculatorProps) {
  return (
    <aside class="panel experiment-plan" aria-live="polite">
      <h2>{words.plan.title}</h2>
      {error ? <p class="field-error">{sentenceOf(error)}</p> : <Found plan={data} />}
    </aside>
  );
}

function Found({ plan }: { plan: PlanView | undefined }) {
  if (plan === undefined) return <p class="soft">{words.plan.incomplete}</p>;
  const { people, days, per_day } = plan;
  if (people === null) return <p class="soft">{words.plan.unknown}</p>;
  const pace = per_day === null ? "" : per_day < 10 ? oneDecimal(per_day) : number(per_day);
  return (
    <>
      <p class="plan-people">{words.plan.people(number(people))}</p>
      <p>{days === null ? words.plan.noDays : words.plan.days(days, pace)}</p>
      {days !== null && days > LONG_DAYS && <p class="notice">{words.plan.long}</p>}
      <p class="soft">{words.plan.with}</p>
    </>
  );
}
