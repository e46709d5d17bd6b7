import { ArrowLeft } from "lucide-preact";
import { Link, useSearch } from "wouter-preact";
import { StateBadge } from "../../parts/badges";
import { Moment } from "../../parts/moment";
import { Page } from "../../parts/page";
import { Failure, Loaded } from "../../parts/states";
import { contactCode } from "../../places/names";
import { useDialogue, useEvent } from "../../queries";
import { texts } from "../../texts";
import { ContactHistory } from "./contact_history";
import { EventPanel } from "./event_panel";
import { Transcript } from "./transcript";

/** One dialogue in full, its response event beside it. The address keeps the list it was found in. */
export function DialoguePage({ id }: { id: string }) {
  const search = useSearch();
  const dialogue = useDialogue(id);
  const event = useEvent(id);
  const title = dialogue.data
    ? texts.dialogues.contact(contactCode(dialogue.data.contact.id))
    : texts.dialogues.title;
  return (
    <Page
      title={title}
      lead={
        dialogue.data && (
          <>
            <Moment time={dialogue.data.opened_at} /> <StateBadge conversation={dialogue.data} />
          </>
        )
      }
      actions={
        <Link class="button" href={`/dialogues${search === "" ? "" : `?${search}`}`}>
          <ArrowLeft class="mirrored" size={16} aria-hidden="true" /> {texts.dialogues.back}
        </Link>
      }
    >
      {dialogue.isError && dialogue.data === undefined ? (
        <Failure error={dialogue.error} again={() => void dialogue.refetch()} />
      ) : (
        <div class="dialogue">
          <section class="panel" aria-label={texts.dialogue.transcript}>
            <Transcript id={id} />
          </section>
          <aside class="panel" aria-label={texts.dialogue.event}>
            <h2>{texts.dialogue.event}</h2>
            <Loaded query={event} rows={8}>
              {(data) => <EventPanel event={data} />}
            </Loaded>
            {dialogue.data && <ContactHistory contactId={dialogue.data.contact.id} />}
          </aside>
        </div>
      )}
    </Page>
  );
}
