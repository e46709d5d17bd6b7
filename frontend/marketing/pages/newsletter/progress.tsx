import type { CampaignDetail } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Moment } from "../../parts/moment";
import { Asking } from "../experiments/asking";
import { sentenceOf } from "../experiments/refusal";
import { Counts } from "./counts";
import { useAct } from "./queries";
import { texts } from "./texts";

/** How far it is, what came back, and what may be done with it now. */
export function Progress({ campaign, dirty }: { campaign: CampaignDetail; dirty: boolean }) {
  const planned = Object.values(campaign.mails).reduce((sum, count) => sum + count, 0);
  const sent = campaign.mails.sent ?? 0;
  return (
    <section class="panel" aria-labelledby="progress">
      <h2 id="progress">{texts.progress}</h2>
      <p>
        <strong>{texts.state[campaign.state]}</strong>
        {campaign.starts_at && (
          <>
            {" · "}
            {texts.startsAt} <Moment time={campaign.starts_at} />
          </>
        )}
        {campaign.ended_at && (
          <>
            {" · "}
            {texts.endedAt} <Moment time={campaign.ended_at} />
          </>
        )}
      </p>
      {campaign.problem && <p class="field-error">{texts.problem(campaign.problem)}</p>}
      {planned > 0 ? (
        <>
          <label class="plan-progress">
            {texts.sentOf(number(sent), number(planned))}
            <progress max={planned} value={sent} />
          </label>
          <Counts
            label={texts.stateHead}
            head={texts.stateHead}
            count={texts.people}
            counts={campaign.mails}
            nameOf={texts.mails}
          />
          <dl class="plan-figures">
            {(
              [
                [texts.opened, campaign.opened],
                [texts.clicked, campaign.clicked],
                [texts.unsubscribed, campaign.unsubscribed],
              ] as const
            ).map(([name, count]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{number(count)}</dd>
              </div>
            ))}
          </dl>
          <p class="faint">{texts.measuredHint}</p>
        </>
      ) : (
        <p class="soft">{texts.none}</p>
      )}
      {Object.keys(campaign.reasons).length > 0 && (
        <Counts
          label={texts.reasons}
          head={texts.reasons}
          count={texts.people}
          counts={campaign.reasons}
          nameOf={texts.reason}
        />
      )}
      <Acts campaign={campaign} dirty={dirty} />
    </section>
  );
}

function Acts({ campaign, dirty }: { campaign: CampaignDetail; dirty: boolean }) {
  const act = useAct(campaign.id);
  const problem = act.error ? sentenceOf(act.error) : null;
  const missing = Object.values(campaign.missing);
  const startable = campaign.state === "draft" && !campaign.archived_at;
  const stoppable = campaign.state === "running" || campaign.state === "paused";
  return (
    <>
      {startable && missing.length > 0 && (
        <div class="notice">
          <p>{texts.missing}</p>
          <ul>
            {missing.map((code) => (
              <li key={code}>{texts.problem(code)}</li>
            ))}
          </ul>
        </div>
      )}
      <div role="alert">{problem && <p class="field-error">{problem}</p>}</div>
      <div class="row end">
        {startable && (
          <Asking
            label={texts.start}
            title={texts.startTitle}
            sure={texts.startSure}
            yes={texts.start}
            no={texts.no}
            primary
            disabled={missing.length > 0 || dirty}
            pending={act.isPending}
            problem={problem}
            onYes={() => act.mutate("start")}
          />
        )}
        {stoppable && (
          <Asking
            label={texts.cancel}
            title={texts.cancelTitle}
            sure={texts.cancelSure}
            yes={texts.yesCancel}
            no={texts.no}
            pending={act.isPending}
            problem={problem}
            onYes={() => act.mutate("cancel")}
          />
        )}
        {stoppable && (
          <button
            type="button"
            class="button primary"
            disabled={act.isPending}
            onClick={() => act.mutate(campaign.state === "running" ? "pause" : "resume")}
          >
            {campaign.state === "running" ? texts.pause : texts.resume}
          </button>
        )}
      </div>
    </>
  );
}
