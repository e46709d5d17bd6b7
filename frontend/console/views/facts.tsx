import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ContactDetail, FactView } from "../../wire/rest.gen";
import { factValue, t } from "../texts";
import { FactForm } from "./fact_form";
import { ShortTime } from "./time";

interface Props {
  detail: ContactDetail;
  conversationId: string;
  onJump: (fact: FactView) => void;
}

const WORTH_SAYING: ReadonlySet<string> = new Set(["superseded", "ended"]);

/** What is remembered, with the words it came from; what held once is kept apart. */
export function Facts({ detail, conversationId, onJump }: Props) {
  const [isAdding, setAdding] = useState(false);
  const current = detail.facts.filter((fact) => fact.state === "current");
  const unconfirmed = detail.unconfirmed ?? [];
  const past = detail.facts.filter((fact) => fact.state !== "current");
  return (
    <section class="panel-part" aria-labelledby="facts-title">
      <header class="part-head">
        <h3 id="facts-title">{t.remembered}</h3>
        {!isAdding && (
          <button type="button" class="button button-small" onClick={() => setAdding(true)}>
            <Plus size={14} aria-hidden="true" /> {t.addFact}
          </button>
        )}
      </header>
      {isAdding && (
        <FactForm
          contactId={detail.contact.id}
          conversationId={conversationId}
          onDone={() => setAdding(false)}
        />
      )}
      {current.length === 0 && <p class="soft">{t.nothingRemembered}</p>}
      <ul class="facts">
        {current.map((fact) => (
          <Fact key={fact.id} fact={fact} onJump={onJump} />
        ))}
      </ul>
      {unconfirmed.length > 0 && (
        <>
          <h4 class="soft">{t.notConfirmed}</h4>
          <ul class="facts">
            {unconfirmed.map((fact) => (
              <Fact key={fact.id} fact={fact} onJump={onJump} />
            ))}
          </ul>
        </>
      )}
      {past.length > 0 && (
        <details class="insight">
          <summary>{t.rememberedOnce(past.length)}</summary>
          <ul class="facts facts-past">
            {past.map((fact) => (
              <Fact key={fact.id} fact={fact} onJump={onJump} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Fact({ fact, onJump }: { fact: FactView; onJump: (fact: FactView) => void }) {
  return (
    <li class="fact">
      <p class="fact-said">
        <span class="fact-label">{fact.label}</span> <bdi class="fact-value">{factValue(fact)}</bdi>
        {WORTH_SAYING.has(fact.state) && <span class="soft"> · {t.factStates[fact.state]}</span>}
      </p>
      {fact.quote && (
        <blockquote class="quote" dir="auto">
          {fact.quote}
        </blockquote>
      )}
      <p class="fact-source">
        {t.factSources[fact.source]} · <ShortTime at={fact.observed_at} />
        {fact.message_id && fact.conversation_id && (
          <button type="button" class="link" onClick={() => onJump(fact)}>
            {t.showMessage}
          </button>
        )}
      </p>
    </li>
  );
}
