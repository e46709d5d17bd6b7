import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { VisitorMemory } from "../../../client/visitor_memory";
import type { FactView, Purpose } from "../../../wire/events.gen";
import { useChat } from "../../chat_context";
import { Skeleton } from "../../parts/skeleton";
import { Download } from "./download";
import { FactLine } from "./fact_line";
import css from "./memory.css?inline";
import { useMemoryTexts } from "./texts";

export { fetchMemoryTexts } from "./texts";

export const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

interface Held {
  facts: readonly FactView[];
  unconfirmed: readonly FactView[];
}

const PURPOSES: readonly Purpose[] = ["memory", "analytics", "marketing"];

/** What is remembered about the visitor, and their say over it. */
export function Memory() {
  const texts = useMemoryTexts();
  const { client, state } = useChat();
  const memory = useMemo(() => new VisitorMemory(...client.parts), [client]);
  const { factsVersion } = state;
  const whose = state.contact?.id;
  const [held, setHeld] = useState<Held | "loading" | "failed">("loading");
  const [failed, setFailed] = useState(false);
  const [withdrawn, setWithdrawn] = useState(false);

  // What was remembered about somebody else, or about who was just forgotten, is nobody's to see.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each person anew
  useEffect(() => setHeld("loading"), [whose]);
  const load = useCallback(() => {
    if (!whose) return;
    memory.facts().then(setHeld, () => setHeld((before) => (before === "loading" ? "failed" : before)));
  }, [memory, whose]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever the facts have changed
  useEffect(load, [load, factsVersion]);

  function attempt(change: Promise<unknown>) {
    setFailed(false);
    change.catch(() => setFailed(true));
  }

  function decide(purpose: Purpose, granted: boolean) {
    setWithdrawn(false);
    attempt(memory.setConsent(purpose, granted).then(() => setWithdrawn(!granted)));
  }

  return (
    <>
      <p role="status" class={failed ? "banner" : ""}>
        {failed ? texts.memoryNotDone : null}
      </p>
      {held === "loading" ? <Skeleton /> : null}
      {held === "failed" ? (
        <p class="empty" role="alert">
          {texts.memoryFailed}
          <button type="button" class="link" onClick={load}>
            {texts.tryAgain}
          </button>
        </p>
      ) : null}
      {typeof held === "object" ? <Facts held={held} memory={memory} attempt={attempt} /> : null}
      <fieldset class="consent">
        <legend>{texts.consent}</legend>
        {PURPOSES.map((purpose) => (
          <label key={purpose}>
            <input
              type="checkbox"
              role="switch"
              aria-checked={state.consent[purpose] ?? false}
              checked={state.consent[purpose] ?? false}
              onChange={(event) => decide(purpose, event.currentTarget.checked)}
            />
            {texts.consentFor[purpose]}
          </label>
        ))}
      </fieldset>
      <p role="status" class="empty">
        {withdrawn ? texts.memoryWithdrawn : null}
      </p>
      <Download attempt={attempt} />
      <ForgetAll attempt={attempt} />
    </>
  );
}

interface FactsProps {
  held: Held;
  memory: VisitorMemory;
  attempt: (change: Promise<unknown>) => void;
}

function Facts({ held, memory, attempt }: FactsProps) {
  const texts = useMemoryTexts();
  const { facts, unconfirmed } = held;
  if (facts.length + unconfirmed.length === 0) return <p class="empty">{texts.memoryEmpty}</p>;
  return (
    <>
      {unconfirmed.length > 0 ? (
        <section aria-labelledby="unsure">
          <h3 id="unsure" class="unsure-head">
            {texts.memoryUnsure}
          </h3>
          <ul class="facts">
            {unconfirmed.map((fact) => (
              <FactLine key={fact.id} fact={fact} memory={memory} attempt={attempt} />
            ))}
          </ul>
        </section>
      ) : null}
      <ul class="facts">
        {facts.map((fact) => (
          <FactLine key={fact.id} fact={fact} memory={memory} attempt={attempt} />
        ))}
      </ul>
    </>
  );
}

/** Asks once more: what is forgotten is gone. */
function ForgetAll({ attempt }: { attempt: (change: Promise<unknown>) => void }) {
  const texts = useMemoryTexts();
  const { client } = useChat();
  const [asked, setAsked] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question has just appeared
  useEffect(() => cancel.current?.focus(), [asked]);
  if (!asked) {
    return (
      <button type="button" class="link danger" onClick={() => setAsked(true)}>
        {texts.memoryForgetAll}
      </button>
    );
  }
  return (
    <div class="sure" role="alert">
      <p>{texts.memoryForgetAllSure}</p>
      <button
        type="button"
        class="primary danger"
        onClick={() => {
          setAsked(false);
          attempt(client.forgetMe());
        }}
      >
        {texts.memoryForgetAllDo}
      </button>
      <button ref={cancel} type="button" class="link" onClick={() => setAsked(false)}>
        {texts.memoryCancel}
      </button>
    </div>
  );
}
