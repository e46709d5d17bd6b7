import { useId, useState } from "preact/hooks";
import { days } from "../measures/format";
import { lastDays, type Period, PRESETS, pickedPeriod } from "../measures/period";
import { texts } from "../texts";

interface PeriodPickerProps {
  period: Period;
  today: string;
  onPick: (period: Period) => void;
}

export function PeriodPicker({ period, today, onPick }: PeriodPickerProps) {
  const [picking, setPicking] = useState(period.preset === null);
  const custom = picking || period.preset === null;
  const pick = (to: Period) => {
    setPicking(to.preset === null);
    onPick(to);
  };
  return (
    <fieldset class="period">
      <legend class="sr-only">{texts.period.label}</legend>
      <div class="segments">
        {PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            aria-pressed={!custom && period.preset === preset}
            onClick={() => pick(lastDays(preset, today))}
          >
            {texts.period.preset(preset)}
          </button>
        ))}
        <button type="button" aria-pressed={custom} aria-expanded={custom} onClick={() => setPicking(true)}>
          {texts.period.custom}
        </button>
      </div>
      {custom && <Dates key={period.from + period.until} period={period} today={today} onPick={pick} />}
      <p class="period-dates">
        {days(period.from, period.until)} <span class="faint">({texts.period.zone})</span>
      </p>
    </fieldset>
  );
}

function Dates({ period, today, onPick }: PeriodPickerProps) {
  const [from, setFrom] = useState(period.from);
  const [until, setUntil] = useState(period.until);
  const [wrong, setWrong] = useState(false);
  const problem = useId();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const picked = pickedPeriod(from, until);
    setWrong(picked === null);
    if (picked !== null) onPick(picked);
  };
  const common = {
    type: "date",
    max: today,
    required: true,
    "aria-describedby": wrong ? problem : undefined,
  };
  return (
    <form class="dates" onSubmit={submit} noValidate>
      <label>
        {texts.period.from}
        <input {...common} value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <label>
        {texts.period.until}
        <input {...common} value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button">
        {texts.period.apply}
      </button>
      {wrong && (
        <p id={problem} class="field-error" role="alert">
          {texts.period.invalid}
        </p>
      )}
    </form>
  );
}
