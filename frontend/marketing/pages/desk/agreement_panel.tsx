import type { AgreementView, CoefficientView, SampleView } from "../../../wire/rest.gen";
import { Loaded } from "../../parts/states";
import { useAgreement } from "./queries";
import { words } from "./texts";

interface AgreementPanelProps {
  sample: SampleView;
  onOpen: (conversation: string) => void;
}

/** How far both agree beyond chance, and the dialogues in which they do not. */
export function AgreementPanel({ sample, onOpen }: AgreementPanelProps) {
  return (
    <section class="part" aria-labelledby="desk-agreement">
      <h2 id="desk-agreement">{words.agreement}</h2>
      <Loaded query={useAgreement(sample.id)} rows={3}>
        {(agreement) => (
          <>
            <p class="summary">{words.same(agreement.same, agreement.units)}</p>
            <dl class="desk-figures">
              <Figure name={words.kappa} estimate={agreement.kappa} />
              <Figure name={words.alpha} estimate={agreement.alpha} />
            </dl>
            <p class="soft">{words.meaning}</p>
            <Disagreements agreement={agreement} sample={sample} onOpen={onOpen} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Figure({ name, estimate }: { name: string; estimate: CoefficientView }) {
  const { value = null, low = null, high = null } = estimate;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value === null ? (
          words.nothing
        ) : (
          <>
            <strong>{value.toFixed(2)}</strong>
            {low !== null && high !== null && (
              <span class="soft"> {words.sure(low.toFixed(2), high.toFixed(2))}</span>
            )}
          </>
        )}
      </dd>
    </div>
  );
}

interface DisagreementsProps {
  agreement: AgreementView;
  sample: SampleView;
  onOpen: (conversation: string) => void;
}

function Disagreements({ agreement, sample, onOpen }: DisagreementsProps) {
  const [first, second] = sample.coders;
  return (
    <>
      <h3>{words.disagreements}</h3>
      {agreement.disagreements.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        <ul>
          {agreement.disagreements.map((one) => (
            <li key={one.conversation_id}>
              <button type="button" class="link-button" onClick={() => onOpen(one.conversation_id)}>
                <bdi>{first?.name}</bdi>: <bdi>{one.first}</bdi> · <bdi>{second?.name}</bdi>:{" "}
                <bdi>{one.second}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
