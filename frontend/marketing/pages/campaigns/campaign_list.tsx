// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import type { CampaignView } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Moment } from "../../parts/moment";
import { Searched } from "../../parts/searched";
import { Empty } from "../../parts/states";
import { texts } from "../../texts";
import { archiveTexts } from "./archive_texts";
import { sinceAddress } from "./since";

const words = texts.campaigns;

interface CampaignListProps {
  campaigns: readonly CampaignView[];
  onCreate: () => void;
}

export function CampaignList({ campaigns, onCreate }: CampaignListProps) {
  const [all, setAll] = useState(false);
  if (campaigns.length === 0)
    return (
      <Empty title={words.emptyCampaignsTitle}>
        <p>{words.emptyCampaigns}</p>
        <button type="button" class="button" onClick={onCreate}>
          {words.newCampaign}
        </button>
      </Empty>
    );
  const archived = campaigns.filter(isArchived).length;
  const shown = all ? campaigns : campaigns.filter((campaign) => !isArchived(campaign));
  return (
    <>
      {archived > 0 && (
        <label class="tick">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
          {archiveTexts.show(number(archived))}
        </label>
      )}
      <CampaignTable campaigns={shown} />
    </>
  );
}

function isArchived(campaign: CampaignView): boolean {
  return Boolean(campaign.archived_at);
}

function CampaignTable({ campaigns }: { campaigns: readonly CampaignView[] }) {
  if (campaigns.length === 0) return <p class="soft">{archiveTexts.allArchived}</p>;
  return (
    <Searched items={campaigns} label={words.findCampaign} wordsOf={(campaign) => campaign.name}>
      {(found) => (
        <table class="table stacking" role="table" aria-label={words.campaigns}>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHead name={words.name} />
              <ColumnHead name={words.opened} numeric />
              <ColumnHead name={words.dialogues} numeric />
              <ColumnHead name={words.created} />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {found.map((campaign) => (
              <tr role="row" key={campaign.id}>
                <th role="rowheader" scope="row">
                  <Link href={`/campaigns/${encodeURIComponent(campaign.id)}/newsletter`}>
                    <bdi>{campaign.name}</bdi>
                  </Link>
                  {isArchived(campaign) && <small class="faint"> {archiveTexts.archived}</small>}
                </th>
                <Cell name={words.opened} numeric>
                  {number(campaign.opened)}
                </Cell>
                <Cell name={words.dialogues} numeric>
                  <Link href={sinceAddress(campaign.created_at, { campaign: campaign.id })}>
                    {number(campaign.dialogues)}
                  </Link>
                </Cell>
                <Cell name={words.created}>
                  <Moment time={campaign.created_at} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Searched>
  );
}
