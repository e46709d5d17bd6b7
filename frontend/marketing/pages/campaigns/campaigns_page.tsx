import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { comparedData } from "../../parts/before";
import { Page } from "../../parts/page";
import { PeriodPicker } from "../../parts/period_picker";
import { Loaded } from "../../parts/states";
import { usePlace } from "../../places/use_place";
import { useCampaigns, useElements, useOrdersByElement } from "../../queries";
import { texts } from "../../texts";
import { CampaignForm } from "./campaign_form";
import { CampaignList } from "./campaign_list";
import { DoNotContact } from "./do_not_contact";
import { ElementForm } from "./element_form";
import { ElementList } from "./element_list";

type Form = "campaign" | "element" | null;

export function CampaignsPage() {
  const campaigns = useCampaigns();
  const elements = useElements();
  const { period, today, setPeriod } = usePlace();
  const orders = comparedData(useOrdersByElement(period));
  const [form, setForm] = useState<Form>(null);
  const close = () => setForm(null);
  return (
    <Page
      title={texts.campaigns.title}
      lead={texts.campaigns.lead}
      actions={
        <>
          <button type="button" class="button" onClick={() => setForm("campaign")}>
            <Plus size={16} aria-hidden="true" /> {texts.campaigns.newCampaign}
          </button>
          <button type="button" class="button primary" onClick={() => setForm("element")}>
            <Plus size={16} aria-hidden="true" /> {texts.campaigns.newElement}
          </button>
          <PeriodPicker period={period} today={today} onPick={setPeriod} />
        </>
      }
    >
      <section class="panel">
        <h2>{texts.campaigns.campaigns}</h2>
        <Loaded query={campaigns} rows={3}>
          {({ items }) => <CampaignList campaigns={items} onCreate={() => setForm("campaign")} />}
        </Loaded>
      </section>
      <section class="panel">
        <h2>{texts.campaigns.elements}</h2>
        <Loaded query={elements} rows={5}>
          {({ items }) => (
            <ElementList
              elements={items}
              orders={orders}
              period={period}
              onCreate={() => setForm("element")}
            />
          )}
        </Loaded>
      </section>
      <DoNotContact />
      {form === "campaign" && <CampaignForm onClose={close} onElement={() => setForm("element")} />}
      {form === "element" && (
        <ElementForm
          campaigns={(campaigns.data?.items ?? []).filter((one) => !one.archived_at)}
          onClose={close}
        />
      )}
    </Page>
  );
}
