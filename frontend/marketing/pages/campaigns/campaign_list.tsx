import { Link } from "wouter-preact";
import type { CampaignView } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Moment } from "../../parts/moment";
import { Empty } from "../../parts/states";
import { texts } from "../../texts";
import { Searched } from "./searched";
import { sinceAddress } from "./since";

const words = texts.campaigns;

interface CampaignListProps {
  campaigns: readonly CampaignView[];
  onCreate: () => void;
}

export function CampaignList({ campaigns, onCreate }: CampaignListProps) {
  if (campaigns.length === 0)
    return (
      <Empty title={words.emptyCampaignsTitle}>
        <p>{words.emptyCampaigns}</p>
        <button type="button" class="button" onClick={onCreate}>
          {words.newCampaign}
        </button>
      </Empty>
    );
  return (
    <Searched items={campaigns} label={words.findCampaign} wordsOf={(campaign) => campaign.name}>
      {(found) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section class="scroll" tabIndex={0} aria-label={words.campaigns}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col" class="numeric">
                  {words.opened}
                </th>
                <th scope="col" class="numeric">
                  {words.dialogues}
                </th>
                <th scope="col">{words.created}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((campaign) => (
                <tr key={campaign.id}>
                  <th scope="row">
                    <bdi>{campaign.name}</bdi>
                  </th>
                  <td class="numeric">{number(campaign.opened)}</td>
                  <td class="numeric">
                    <Link href={sinceAddress(campaign.created_at, { campaign: campaign.id })}>
                      {number(campaign.dialogues)}
                    </Link>
                  </td>
                  <td>
                    <Moment time={campaign.created_at} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Searched>
  );
}
