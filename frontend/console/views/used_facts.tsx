import type { FactView } from "../../wire/events.gen";
import { t } from "../texts";

/** Which remembered facts shaped a reply. */
export function UsedFacts({ ids, facts }: { ids: readonly string[]; facts: readonly FactView[] }) {
  const known = ids.map((id) => ({ id, fact: facts.find((fact) => fact.id === id) }));
  return (
    <details class="insight">
      <summary>{t.usedFacts(ids.length)}</summary>
      <dl class="pairs">
        {known.map(({ id, fact }) => (
          <UsedFact key={id} fact={fact} />
        ))}
      </dl>
    </details>
  );
}

function UsedFact({ fact }: { fact: FactView | undefined }) {
  return (
    <>
      <dt>{fact?.label ?? t.fact}</dt>
      <dd>{fact ? <bdi>{fact.value}</bdi> : t.factGone}</dd>
    </>
  );
}
