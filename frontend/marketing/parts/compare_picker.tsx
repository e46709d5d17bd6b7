import { useId, useState } from "preact/hooks";
import { useSearchParams } from "wouter-preact";
import { days } from "../measures/format";
import { type Against, comparedPeriod, type Period, readAgainst } from "../measures/period";
import { usePlace } from "../places/use_place";
import { texts } from "../texts";

const words = texts.compare;
type Choice = "before" | "year" | "from";

export interface Comparison {
  readonly against: Against;
  readonly period: Period;
}

/** What the figures of this view stand beside; the address holds it. */
export function useComparison(): Comparison {
  const [params] = useSearchParams();
  const { period } = usePlace();
  const against = readAgainst(params.get("against"));
  return { against, period: comparedPeriod(period, against) };
}

export function ComparePicker({ against, period }: Comparison) {
  const [, setParams] = useSearchParams();
  const [picking, setPicking] = useState(false);
  const id = useId();
  const given: Choice = typeof against === "string" ? against : "from";
  const choice = picking ? "from" : given;
  const say = (value: string) =>
    setParams((params) => {
      const said = new URLSearchParams(params);
      said.delete("against");
      if (value !== "before") said.set("against", value);
      return said;
    });
  const choose = (to: Choice) => {
    setPicking(to === "from");
    if (to !== "from") say(to);
  };
  return (
    <span class="compare">
      <label for={id}>{words.label}</label>
      <select id={id} value={choice} onChange={(event) => choose(event.currentTarget.value as Choice)}>
        <option value="before">{words.before}</option>
        <option value="year">{words.year}</option>
        <option value="from">{words.from}</option>
      </select>
      {choice === "from" && (
        <input
          type="date"
          aria-label={words.firstDay}
          value={period.from}
          onChange={(event) => {
            if (event.currentTarget.value === "") return;
            setPicking(false);
            say(event.currentTarget.value);
          }}
        />
      )}
      <span>{days(period.from, period.until)}</span>
    </span>
  );
}

/** How a sentence names it. */
export function againstText(against: Against, period: Period): string {
  return typeof against === "string" ? words.said[against] : words.in(days(period.from, period.until));
}
