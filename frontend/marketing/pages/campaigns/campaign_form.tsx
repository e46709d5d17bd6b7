import { useState } from "preact/hooks";
import { Dialog } from "../../parts/dialog";
import { NameField } from "../../parts/name_field";
import { useCreateCampaign } from "../../queries";
import { texts } from "../../texts";
import { FormEnd } from "./form_end";

const words = texts.campaigns;

interface CampaignFormProps {
  onClose: () => void;
  onElement: () => void;
}

export function CampaignForm({ onClose, onElement }: CampaignFormProps) {
  const create = useCreateCampaign();
  const [name, setName] = useState("");
  const [missing, setMissing] = useState(false);
  if (create.data)
    return (
      <Dialog title={words.newCampaign} onClose={onClose}>
        <p role="status">{words.campaignMade(create.data.name)}</p>
        <div class="row end">
          <button type="button" class="button primary" onClick={onElement}>
            {words.newElement}
          </button>
        </div>
      </Dialog>
    );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(name.trim() === "");
    if (name.trim() !== "") create.mutate({ name: name.trim() });
  };
  return (
    <Dialog title={words.newCampaign} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <NameField
          label={words.campaignName}
          problem={missing ? words.nameMissing : undefined}
          value={name}
          onName={setName}
        />
        <FormEnd pending={create.isPending} error={create.error} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
