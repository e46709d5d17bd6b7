import { useEffect, useRef, useState } from "preact/hooks";
import type { VisitorMemory } from "../../../client/visitor_memory";
import type { FactView } from "../../../wire/events.gen";
import { date, fullTime } from "../../dates";
import { useTexts } from "../../texts";
import { useMemoryTexts } from "./texts";

interface FactLineProps {
  fact: FactView;
  memory: VisitorMemory;
  attempt: (change: Promise<unknown>) => void;
}

/** The hub's words may run the other way than those around them. */
const apart = (words: string) => `\u2068${words}\u2069`;

/** One fact with where it comes from; it can be put right or forgotten. */
export function FactLine({ fact, memory, attempt }: FactLineProps) {
  const texts = useMemoryTexts();
  const chatTexts = useTexts();
  const [value, setValue] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const editing = value !== null;
  const unsure = fact.state === "unconfirmed";
  const observed = new Date(fact.observed_at);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field has just appeared
  useEffect(() => field.current?.select(), [editing]);

  function save(event: SubmitEvent) {
    event.preventDefault();
    const changed = value?.trim();
    if (changed && changed !== fact.value) attempt(memory.correctFact(fact.id, changed));
    setValue(null);
  }

  return (
    <li class={unsure ? "fact unsure" : "fact"}>
      <small>{fact.label}</small>
      {value === null ? (
        <strong>
          <bdi>{fact.said || fact.value}</bdi>
        </strong>
      ) : (
        <form onSubmit={save}>
          <input
            ref={field}
            dir="auto"
            maxLength={200}
            aria-label={texts.memoryNewValue(fact.label)}
            value={value}
            onInput={(event) => setValue(event.currentTarget.value)}
          />
          <button type="submit" class="primary">
            {texts.memorySave}
          </button>
          <button type="button" class="link" onClick={() => setValue(null)}>
            {texts.memoryCancel}
          </button>
        </form>
      )}
      <small>
        {texts.memoryFrom[fact.source]}
        {" · "}
        <time dateTime={fact.observed_at} title={fullTime(observed, chatTexts)}>
          {date(observed, new Date(), chatTexts)}
        </time>
        {fact.quote ? (
          <>
            {" · "}
            <q dir="auto">{fact.quote}</q>
          </>
        ) : null}
      </small>
      <small>
        {fact.why ? `${texts.memoryWhy(apart(fact.why))} ` : null}
        {fact.dialogue_only ? texts.memoryDialogueOnly : null}
        {fact.valid_until && !fact.dialogue_only
          ? texts.memoryUntil(date(new Date(fact.valid_until), new Date(), chatTexts))
          : null}
      </small>
      {unsure && value === null ? (
        <span class="acts">
          <button
            type="button"
            class="link"
            aria-label={`${texts.memoryYes}: ${fact.label}`}
            onClick={() => attempt(memory.confirmFact(fact.id, true))}
          >
            {texts.memoryYes}
          </button>
          <button
            type="button"
            class="link"
            aria-label={`${texts.memoryNo}: ${fact.label}`}
            onClick={() => attempt(memory.confirmFact(fact.id, false))}
          >
            {texts.memoryNo}
          </button>
        </span>
      ) : null}
      {value === null ? (
        <span class="acts">
          <button
            type="button"
            class="link"
            aria-label={`${texts.memoryCorrect}: ${fact.label}`}
            onClick={() => setValue(fact.value)}
          >
            {texts.memoryCorrect}
          </button>
          <button
            type="button"
            class="link danger"
            aria-label={`${texts.memoryForget}: ${fact.label}`}
            onClick={() => attempt(memory.forgetFact(fact.id))}
          >
            {texts.memoryForget}
          </button>
        </span>
      ) : null}
    </li>
  );
}
