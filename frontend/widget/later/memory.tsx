import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { VisitorMemory } from "../../client/visitor_memory";
import type { FactView, Purpose } from "../../wire/events.gen";
import { useChat } from "../chat_context";
import { Skeleton } from "../parts/skeleton";
import { FactLine } from "./fact_line";
import { useLaterTexts } from "./texts";

const PURPOSES: readonly Purpose[] = ["memory", "analytics", "marketing"];

/** What is remembered about the visitor, and their say over it. */
export function Memory() {
  const texts = useLaterTexts();
  const { client, state } = useChat();
  const memory = useMemo(() => new VisitorMemory(...client.parts), [client]);
  const { factsVersion } = state;
  const whose = state.contact?.id;
  const [facts, setFacts] = useState<readonly FactView[] | "loading" | "failed">("loading");
  const [failed, setFailed] = useState(false);

  // What was remembered about somebody else, or about who was just forgotten, is nobody's to see.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each person anew
  useEffect(() => setFacts("loading"), [whose]);
  const load = useCallback(() => {
    if (!whose) return;
    memory.facts().then(setFacts, () => setFacts((held) => (held === "loading" ? "failed" : held)));
  }, [memory, whose]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever the facts have changed
  useEffect(load, [load, factsVersion]);

  function attempt(change: Promise<unknown>) {
    setFailed(false);
    change.catch(() => setFailed(true));
  }

  return (
    <>
      <p role="status" class={failed ? "banner" : ""}>
        {failed ? texts.memoryNotDone : null}
      </p>
      {facts === "loading" ? <Skeleton /> : null}
      {facts === "failed" ? (
        <p class="empty" role="alert">
          {texts.memoryFailed}
          <button type="button" class="link" onClick={load}>
            {texts.tryAgain}
          </button>
        </p>
      ) : null}
      {Array.isArray(facts) && facts.length === 0 ? <p class="empty">{texts.memoryEmpty}</p> : null}
      {Array.isArray(facts) && facts.length > 0 ? (
        <ul class="facts">
          {facts.map((fact: FactView) => (
            <FactLine key={fact.id} fact={fact} memory={memory} attempt={attempt} />
          ))}
        </ul>
      ) : null}
      <fieldset class="consent">
        <legend>{texts.consent}</legend>
        {PURPOSES.map((purpose) => (
          <label key={purpose}>
            <input
              type="checkbox"
              checked={state.consent[purpose] ?? false}
              onChange={(event) => attempt(memory.setConsent(purpose, event.currentTarget.checked))}
            />
            {texts.consentFor[purpose]}
          </label>
        ))}
      </fieldset>
      <ForgetAll attempt={attempt} />
    </>
  );
}

/** Asks once more: what is forgotten is gone. */
function ForgetAll({ attempt }: { attempt: (change: Promise<unknown>) => void }) {
  const texts = useLaterTexts();
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
