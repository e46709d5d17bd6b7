import { X } from "lucide-preact";
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { SamtalError } from "../../../client/ack";
import type { CandidateView, SampleBody } from "../../../wire/rest.gen";
import { Field } from "../../parts/field";
import { NameField } from "../../parts/name_field";
import { Loaded, reasonOf } from "../../parts/states";
import { periodQuery, usePlace } from "../../places/use_place";
import { useCoders, useDraw } from "./queries";
import { words } from "./texts";

type By = NonNullable<SampleBody["by"]>;

const STRATA: readonly By[] = ["none", "language", "element", "outcome"];
const FIRST_CODES = [
  { name: "", definition: "" },
  { name: "", definition: "" },
];
const USUAL_SIZE = 40;
const MOST_SIZE = 500;
const MOST_CODES = 40;

/** A sample's plan: period, size, how it is drawn, codebook and coders. */
export function DrawForm({ onClose }: { onClose: () => void }) {
  return (
    <Loaded query={useCoders()} rows={4}>
      {({ items }) => <Form coders={items} onClose={onClose} />}
    </Loaded>
  );
}

function Form({ coders, onClose }: { coders: readonly CandidateView[]; onClose: () => void }) {
  const [, go] = useLocation();
  const { period } = usePlace();
  const draw = useDraw();
  const [name, setName] = useState("");
  const [from, setFrom] = useState(period.from);
  const [until, setUntil] = useState(period.until);
  const [size, setSize] = useState(USUAL_SIZE);
  const [by, setBy] = useState<By>("none");
  const [seed, setSeed] = useState(1);
  const [codes, setCodes] = useState(FIRST_CODES);
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [missing, setMissing] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const whole =
      name.trim() !== "" &&
      codes.every((code) => code.name.trim() && code.definition.trim()) &&
      first !== "" &&
      second !== "" &&
      first !== second;
    setMissing(!whole);
    if (!whole) return;
    const body = {
      name: name.trim(),
      from: `${from}T00:00:00Z`,
      to: `${until}T00:00:00Z`,
      size,
      by,
      seed,
      codes,
      coders: [first, second],
    };
    draw.mutate(body, {
      onSuccess: ({ sample }) => go(`/desk/${encodeURIComponent(sample.id)}${periodQuery(period)}`),
    });
  };
  const change = (at: number, part: Partial<(typeof codes)[number]>) =>
    setCodes(codes.map((code, place) => (place === at ? { ...code, ...part } : code)));
  return (
    <form class="part desk-form" onSubmit={submit} noValidate aria-label={words.fresh}>
      <NameField label={words.name} value={name} onName={setName} />
      <div class="desk-row">
        <Field label={words.period}>
          {(attributes) => (
            <input
              {...attributes}
              type="date"
              value={from}
              onInput={(event) => setFrom(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words.until}>
          {(attributes) => (
            <input
              {...attributes}
              type="date"
              value={until}
              onInput={(event) => setUntil(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words.size}>
          {(attributes) => (
            <input
              {...attributes}
              type="number"
              min={1}
              max={MOST_SIZE}
              value={size}
              onInput={(event) => setSize(Number(event.currentTarget.value))}
            />
          )}
        </Field>
        <Field label={words.by}>
          {(attributes) => (
            <select {...attributes} value={by} onChange={(event) => setBy(event.currentTarget.value as By)}>
              {STRATA.map((one) => (
                <option key={one} value={one}>
                  {words.strata[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.seed} hint={words.seedHint}>
          {(attributes) => (
            <input
              {...attributes}
              type="number"
              min={0}
              value={seed}
              onInput={(event) => setSeed(Number(event.currentTarget.value))}
            />
          )}
        </Field>
      </div>
      <fieldset class="desk-codes">
        <legend>{words.codebook}</legend>
        {codes.map((code, at) => (
          <div class="desk-code" key={at}>
            <input
              aria-label={words.codeName(at + 1)}
              placeholder={words.codeName(at + 1)}
              dir="auto"
              maxLength={60}
              value={code.name}
              onInput={(event) => change(at, { name: event.currentTarget.value })}
            />
            <input
              aria-label={words.definition(at + 1)}
              placeholder={words.definition(at + 1)}
              dir="auto"
              maxLength={200}
              value={code.definition}
              onInput={(event) => change(at, { definition: event.currentTarget.value })}
            />
            {codes.length > 2 && (
              <button
                type="button"
                class="icon-button"
                aria-label={words.fewerCodes(at + 1)}
                onClick={() => setCodes(codes.filter((_, place) => place !== at))}
              >
                <X size={16} aria-hidden="true" />
              </button>
            )}
          </div>
        ))}
        {codes.length < MOST_CODES && (
          <button
            type="button"
            class="button"
            onClick={() => setCodes([...codes, { name: "", definition: "" }])}
          >
            {words.moreCodes}
          </button>
        )}
      </fieldset>
      <div class="desk-row">
        <Coder label={words.firstCoder} value={first} coders={coders} onPick={setFirst} />
        <Coder label={words.secondCoder} value={second} coders={coders} onPick={setSecond} />
      </div>
      <div role="alert">
        {missing && <p class="field-error">{words.missing}</p>}
        {draw.error && (
          <p class="field-error">
            {draw.error instanceof SamtalError && draw.error.code === "invalid"
              ? draw.error.message
              : reasonOf(draw.error)}
          </p>
        )}
      </div>
      <div class="row">
        <button type="submit" class="button primary" disabled={draw.isPending}>
          {draw.isPending ? words.drawing : words.draw}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

interface CoderProps {
  label: string;
  value: string;
  coders: readonly CandidateView[];
  onPick: (id: string) => void;
}

function Coder({ label, value, coders, onPick }: CoderProps) {
  return (
    <Field label={label}>
      {(attributes) => (
        <select {...attributes} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
          <option value="">{words.choose}</option>
          {coders.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
