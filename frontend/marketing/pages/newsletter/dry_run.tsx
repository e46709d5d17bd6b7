import type { CampaignDetail, DryRunView } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { sentenceOf } from "../experiments/refusal";
import { Counts } from "./counts";
import { useDryRun } from "./queries";
import { texts } from "./texts";

/** Who would get it and who would not, by the plan as it is saved. */
export function DryRun({ campaign }: { campaign: CampaignDetail }) {
  const run = useDryRun(campaign.id);
  return (
    <section class="panel" aria-labelledby="dry-run">
      <h2 id="dry-run">{texts.dryRun}</h2>
      <p class="soft">{texts.dryRunHint}</p>
      <p>
        <button
          type="button"
          class="button"
          disabled={run.isPending || !campaign.plan.segment_id}
          onClick={() => run.mutate()}
        >
          {run.isPending ? texts.dryRunning : texts.dryRunGo}
        </button>
      </p>
      <div role="status">
        {run.error && <p class="field-error">{sentenceOf(run.error)}</p>}
        {run.data && <Found found={run.data} />}
      </div>
    </section>
  );
}

function Found({ found }: { found: DryRunView }) {
  if (found.audience === 0) return <p>{texts.dryNobody}</p>;
  return (
    <>
      <p class="summary">{texts.dryResult(number(found.receivers), number(found.audience))}</p>
      {found.later > 0 && <p>{texts.dryLater(number(found.later))}</p>}
      {Object.keys(found.reasons).length > 0 && (
        <Counts
          label={texts.reasons}
          head={texts.reasons}
          count={texts.people}
          counts={found.reasons}
          nameOf={texts.reason}
        />
      )}
      <details>
        <summary>{texts.sample}</summary>
        <table class="table" aria-label={texts.sample}>
          <thead>
            <tr>
              <th scope="col">{texts.contact}</th>
              <th scope="col">{texts.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {found.sample.map(({ contact_id, reason }) => (
              <tr key={contact_id}>
                <th scope="row">
                  <bdi>{contact_id.slice(-6)}</bdi>
                </th>
                <td>{reason ? texts.reason(reason) : texts.yes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
