import type { UnderstoodView } from "../../wire/events.gen";
import { t } from "../texts";
import { asWords, share } from "../words";

/** The intent that says that none was sure enough. */
const FALLBACK = "nlu_fallback";

/** What the bot made of a visitor's message, for whoever wants to know. */
export function Understood({ understood }: { understood: UnderstoodView }) {
  const entities = understood.entities ?? [];
  return (
    <details class="insight">
      <summary>
        {understood.intent === FALLBACK ? t.notUnderstood : t.understoodAs(asWords(understood.intent))}
      </summary>
      <dl class="pairs">
        <dt>{t.intent}</dt>
        <dd>
          <bdi>{asWords(understood.intent)}</bdi>
        </dd>
        <dt>{t.confidence}</dt>
        <dd>{share(understood.confidence)}</dd>
        {entities.map((entity, place) => (
          <EntityPair key={place} entity={entity} />
        ))}
      </dl>
    </details>
  );
}

function EntityPair({ entity }: { entity: Record<string, unknown> }) {
  return (
    <>
      <dt>{asWords(String(entity.role ?? entity.entity ?? t.entity))}</dt>
      <dd>
        <bdi>{String(entity.value ?? "")}</bdi>
      </dd>
    </>
  );
}
