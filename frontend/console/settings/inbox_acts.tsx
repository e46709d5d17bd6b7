import { useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import type { InboxSettings, RotatedSecret } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { refusalOf } from "../state/live";
import { timeWithZone } from "../words";
import { inboxWords as words } from "./inbox_words";
import { told } from "./use_form";
import { Secret } from "./webhooks/secret";

/** What cannot be undone by saving again: putting an inbox away, and a new secret for its customers' identities. */
export function InboxActs({ inbox }: { inbox: InboxSettings }) {
  const { rest, actions } = useDesk();
  const queries = useQueryClient();
  const [rotated, setRotated] = useState<RotatedSecret>();
  const path = `inboxes/${inbox.id}`;
  const isArchived = Boolean(inbox.archived_at);

  async function act(work: () => Promise<unknown>) {
    try {
      await work();
      await queries.invalidateQueries({ queryKey: ["inboxes"] });
    } catch (error) {
      actions.say(told(refusalOf(error)), "danger");
    }
  }

  async function archive() {
    if (!isArchived && !window.confirm(words.archiveAsk(inbox.name))) return;
    await rest.put(`${path}/archived`, { archived: !isArchived });
    actions.say(isArchived ? words.restored(inbox.name) : words.archived(inbox.name));
  }

  async function rotate() {
    if (!window.confirm(words.rotateAsk)) return;
    setRotated(await rest.post<RotatedSecret>(`${path}/secret`, {}));
  }

  return (
    <section class="inbox-acts" aria-label={words.title}>
      {inbox.archived_at && <p role="status">{words.since(timeWithZone(inbox.archived_at))}</p>}
      {rotated && (
        <>
          <Secret secret={rotated.secret} onDone={() => setRotated(undefined)} />
          <p class="soft">{words.oldUntil(rotated.kid, timeWithZone(rotated.old_until))}</p>
        </>
      )}
      <div class="buttons">
        <button type="button" class="button" onClick={() => void act(rotate)}>
          {words.rotate}
        </button>
        <button
          type="button"
          class={isArchived ? "button" : "button button-danger"}
          onClick={() => void act(archive)}
        >
          {isArchived ? words.restore : words.archive}
        </button>
      </div>
    </section>
  );
}
