import { useQuery } from "@tanstack/preact-query";
import { ArrowLeft } from "lucide-preact";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import type { CampaignDetail } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Page } from "../../parts/page";
import { Loaded } from "../../parts/states";
import { periodQuery, usePlace } from "../../places/use_place";
import { useHub } from "../../session";
import { DryRun } from "./dry_run";
import { Keeping } from "./keeping";
import { PlanForm } from "./plan_form";
import { Progress } from "./progress";
import { useCampaign } from "./queries";
import { texts } from "./texts";

/** A campaign that writes to a segment: its plan, who would get it, and how far it is. */
export function NewsletterPage({ id }: { id: string }) {
  const { period } = usePlace();
  const query = useCampaign(id);
  return (
    <Page title={query.data?.name ?? texts.plan} lead={texts.lead}>
      <p>
        <Link class="back" href={`/campaigns${periodQuery(period)}`}>
          <ArrowLeft size={16} class="mirrored" aria-hidden="true" /> {texts.back}
        </Link>
      </p>
      <Loaded query={query} rows={7}>
        {(campaign) => <Campaign campaign={campaign} />}
      </Loaded>
    </Page>
  );
}

function Campaign({ campaign }: { campaign: CampaignDetail }) {
  const [dirty, setDirty] = useState(false);
  const isDraft = campaign.state === "draft" && !campaign.archived_at;
  return (
    <div class="plan-columns">
      <section class="panel" aria-labelledby="plan">
        <h2 id="plan">{texts.plan}</h2>
        {campaign.state !== "draft" && <p class="soft">{texts.fixed}</p>}
        <fieldset class="plan-whole" disabled={!isDraft} aria-label={texts.plan}>
          <PlanForm campaign={campaign} onDirty={setDirty} />
        </fieldset>
      </section>
      <div class="plan-side">
        <Progress campaign={campaign} dirty={dirty} />
        {isDraft && <DryRun campaign={campaign} />}
        <Keeping campaign={campaign} />
        <Refused />
      </div>
    </div>
  );
}

function Refused() {
  const hub = useHub();
  const query = useQuery({ queryKey: ["refused"], queryFn: ({ signal }) => hub.refusedAddresses(signal) });
  return (
    <section class="panel" aria-labelledby="refused">
      <h2 id="refused">{texts.refusedTitle}</h2>
      <Loaded query={query} rows={1}>
        {({ unsubscribed = 0, bounced = 0, asked = 0 }) => (
          <p>{texts.refused(number(unsubscribed), number(bounced), number(asked))}</p>
        )}
      </Loaded>
    </section>
  );
}
