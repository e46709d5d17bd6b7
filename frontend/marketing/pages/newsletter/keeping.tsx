import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import type { CampaignDetail } from "../../../wire/rest.gen";
import { Moment } from "../../parts/moment";
import { NameField } from "../../parts/name_field";
import { Asking } from "../experiments/asking";
import { sentenceOf } from "../experiments/refusal";
import { useChangeCampaign, useRemoveCampaign } from "./queries";
import { texts } from "./texts";

/** Another name, and the way into the archive and out of it. */
export function Keeping({ campaign }: { campaign: CampaignDetail }) {
  const change = useChangeCampaign(campaign.id);
  return (
    <section class="panel" aria-labelledby="keeping">
      <h2 id="keeping">{texts.keeping}</h2>
      <Name campaign={campaign} change={change} />
      <div role="alert">{change.error && <p class="field-error">{sentenceOf(change.error)}</p>}</div>
      {campaign.archived_at ? (
        <>
          <p role="status">
            {texts.archivedSince} <Moment time={campaign.archived_at} />
          </p>
          <div class="row end">
            <button
              type="button"
              class="button"
              disabled={change.isPending}
              onClick={() => change.mutate({ archived: false })}
            >
              {texts.restore}
            </button>
          </div>
        </>
      ) : (
        <Remove campaign={campaign} />
      )}
    </section>
  );
}

interface NameProps {
  campaign: CampaignDetail;
  change: ReturnType<typeof useChangeCampaign>;
}

function Name({ campaign, change }: NameProps) {
  const [name, setName] = useState(campaign.name);
  const [missing, setMissing] = useState(false);
  const given = name.trim();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(given === "");
    if (given !== "") change.mutate({ name: given });
  };
  return (
    <form class="campaign-name" onSubmit={submit} noValidate>
      <NameField
        label={texts.name}
        problem={missing ? texts.nameMissing : undefined}
        value={name}
        onName={setName}
      />
      <div class="row end">
        <button type="submit" class="button" disabled={change.isPending || given === campaign.name}>
          {texts.rename}
        </button>
      </div>
    </form>
  );
}

function Remove({ campaign }: { campaign: CampaignDetail }) {
  const [, navigate] = useLocation();
  const remove = useRemoveCampaign(campaign.id, () => navigate("/campaigns"));
  const isMoving = campaign.state === "running" || campaign.state === "paused";
  return (
    <>
      {isMoving && <p class="soft">{texts.removeFirst}</p>}
      <div class="row end">
        <Asking
          label={texts.remove}
          title={texts.removeTitle}
          sure={texts.removeSure}
          yes={texts.yesRemove}
          no={texts.no}
          disabled={isMoving}
          pending={remove.isPending}
          problem={remove.error ? sentenceOf(remove.error) : null}
          onYes={() => remove.mutate()}
        />
      </div>
    </>
  );
}
