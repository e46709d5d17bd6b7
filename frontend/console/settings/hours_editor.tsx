import { Plus, X } from "lucide-preact";
import { useState } from "preact/hooks";
import { t } from "../texts";
import { Field } from "./fields";
import {
  type Days,
  type Hours,
  officeHours,
  type Span,
  WEEKDAYS,
  withoutDay,
  withoutSpan,
  withSpan,
  withTime,
} from "./opening_hours";

interface Props {
  hours: Hours | null;
  timezone: string;
  errorOf: (field: string) => string | undefined;
  onHours: (hours: Hours | null) => void;
  onTimezone: (timezone: string) => void;
}

/** When people answer: by weekday, with days of their own, by the clock of one time zone. */
export function HoursEditor({ hours, timezone, errorOf, onHours, onTimezone }: Props) {
  const weekly = hours?.weekly ?? {};
  const exceptions = hours?.exceptions ?? {};
  const put = (changed: Partial<Hours>) => onHours({ weekly, exceptions, ...changed });
  const error = errorOf("hours");
  return (
    <fieldset class="checks hours">
      <legend>{t.settings.hours}</legend>
      <label class="check">
        <input type="radio" name="hours" checked={hours === null} onChange={() => onHours(null)} />
        {t.settings.always}
      </label>
      <label class="check">
        <input type="radio" name="hours" checked={hours !== null} onChange={() => onHours(officeHours())} />
        {t.settings.byWeek}
      </label>
      <Field label={t.settings.timezone} error={errorOf("timezone")}>
        {(attributes) => (
          <>
            <input
              {...attributes}
              list="time-zones"
              required
              value={timezone}
              onInput={(event) => onTimezone(event.currentTarget.value)}
            />
            <datalist id="time-zones">
              {Intl.supportedValuesOf("timeZone").map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      {hours !== null && (
        <>
          <ul class="days">
            {WEEKDAYS.map((day) => (
              <Day
                key={day}
                day={day}
                name={t.settings.days[day]}
                days={weekly}
                onChange={(changed) => put({ weekly: changed })}
              />
            ))}
          </ul>
          <small class="soft">{t.settings.clockHint}</small>
          {error && <small class="field-problem">{error}</small>}
          <Exceptions days={exceptions} onChange={(changed) => put({ exceptions: changed })} />
        </>
      )}
    </fieldset>
  );
}

interface DayProps {
  day: string;
  name: string;
  days: Days;
  onChange: (days: Days) => void;
  onRemove?: () => void;
}

function Day({ day, name, days, onChange, onRemove }: DayProps) {
  const spans = days[day] ?? [];
  return (
    <li class="hours-day">
      <span class="hours-name">{name}</span>
      <div class="hours-spans">
        {spans.length === 0 && <span class="soft">{t.settings.closed}</span>}
        {spans.map((span, place) => (
          <SpanFields
            key={place}
            name={name}
            span={span}
            onTime={(end, time) => onChange(withTime(days, day, place, end, time))}
            onRemove={() => onChange(withoutSpan(days, day, place))}
          />
        ))}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={t.settings.addSpan(name)}
        title={t.settings.addSpan(name)}
        onClick={() => onChange(withSpan(days, day))}
      >
        <Plus size={16} aria-hidden="true" />
      </button>
      {onRemove && (
        <button
          type="button"
          class="icon-button"
          aria-label={t.settings.removeDate(name)}
          title={t.settings.removeDate(name)}
          onClick={onRemove}
        >
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

const CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00";

interface SpanProps {
  name: string;
  span: Span;
  onTime: (end: 0 | 1, time: string) => void;
  onRemove: () => void;
}

function SpanFields({ name, span, onTime, onRemove }: SpanProps) {
  const labels = [t.settings.from(name), t.settings.to(name)];
  return (
    <span class="span">
      {([0, 1] as const).map((end) => (
        // Not of type time: 24:00 is a time here.
        <input
          key={end}
          class="clock"
          inputMode="numeric"
          required
          maxLength={5}
          pattern={CLOCK}
          title={t.settings.clockHint}
          aria-label={labels[end]}
          value={span[end]}
          onInput={(event) => onTime(end, event.currentTarget.value)}
        />
      ))}
      <button
        type="button"
        class="icon-button"
        aria-label={t.settings.removeSpan(name)}
        title={t.settings.removeSpan(name)}
        onClick={onRemove}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </span>
  );
}

function Exceptions({ days, onChange }: { days: Days; onChange: (days: Days) => void }) {
  const [date, setDate] = useState("");
  return (
    <section aria-label={t.settings.exceptions} class="exceptions">
      <h3>{t.settings.exceptions}</h3>
      <p class="soft">{t.settings.exceptionsHint}</p>
      <ul class="days">
        {Object.keys(days)
          .sort()
          .map((day) => (
            <Day
              key={day}
              day={day}
              name={day}
              days={days}
              onChange={onChange}
              onRemove={() => onChange(withoutDay(days, day))}
            />
          ))}
      </ul>
      <div class="tag-form">
        <label class="field">
          <span>{t.settings.date}</span>
          <input type="date" value={date} onInput={(event) => setDate(event.currentTarget.value)} />
        </label>
        <button
          type="button"
          class="button"
          disabled={!date || date in days}
          onClick={() => {
            onChange({ ...days, [date]: [] });
            setDate("");
          }}
        >
          {t.settings.addDate}
        </button>
      </div>
    </section>
  );
}
