import { useQuery } from "@tanstack/preact-query";
import { Hourglass } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { PageOf } from "../../client/rest";
import type { ConversationView } from "../../wire/events.gen";
import type { ColleagueView } from "../../wire/rest.gen";
import { useDesk, useDeskState, useMe } from "../desk";
import type { Availability } from "../state/model";
import { t } from "../texts";
import { Modal } from "../views/modal";
import { Failed, Skeleton } from "../views/states";
import { nameOf } from "../words";

interface Props {
  conversation: ConversationView;
  onClose: () => void;
}

const RANK: Readonly<Record<Availability, number>> = { online: 0, away: 1, offline: 2 };

/** Passes a chat to a colleague, or to whoever is free next. */
export function TransferDialog({ conversation, onClose }: Props) {
  const { rest, actions } = useDesk();
  const me = useMe();
  const presence = useDeskState((state) => state.presence);
  const [busy, setBusy] = useState(false);
  const colleagues = useQuery({
    queryKey: ["agents"],
    queryFn: ({ signal }) => rest.get<PageOf<ColleagueView>>("agents", {}, signal),
  });

  const options = useRef<HTMLUListElement>(null);
  const isLoaded = colleagues.isSuccess;
  useEffect(() => {
    if (isLoaded) options.current?.querySelector("button")?.focus();
  }, [isLoaded]);

  const others = (colleagues.data?.items ?? [])
    .filter(({ role }) => role === "agent" || role === "admin")
    .filter(({ id }) => id !== conversation.owner.agent_id)
    .map((one) => ({ ...one, availability: presence[one.id] ?? one.availability }))
    .sort(
      (one, other) => RANK[one.availability] - RANK[other.availability] || one.name.localeCompare(other.name),
    );

  async function give(agentId: string | null, name: string) {
    setBusy(true);
    if (await actions.assign(conversation.id, agentId)) actions.say(t.passedOn(name));
    onClose();
  }

  return (
    <Modal title={t.transferTitle(nameOf(conversation))} onClose={onClose}>
      {colleagues.isPending && <Skeleton lines={3} label={t.loading} />}
      {colleagues.isError && <Failed what={t.colleaguesFailed} onRetry={() => void colleagues.refetch()} />}
      <ul class="options" ref={options}>
        {others.map((colleague) => (
          <li key={colleague.id}>
            <button
              type="button"
              class="option"
              disabled={busy}
              onClick={() => void give(colleague.id, colleague.name)}
            >
              <span class={`presence presence-${colleague.availability}`} aria-hidden="true" />
              <bdi>{colleague.id === me ? t.toMe(colleague.name) : colleague.name}</bdi>
              <span class="soft">{t.availabilities[colleague.availability]}</span>
            </button>
          </li>
        ))}
        {colleagues.isSuccess && others.length === 0 && <li class="soft">{t.noColleagues}</li>}
        {conversation.owner.kind !== "queue" && (
          <li>
            <button type="button" class="option" disabled={busy} onClick={() => void give(null, t.theQueue)}>
              <Hourglass size={14} aria-hidden="true" />
              {t.toQueueLong}
            </button>
          </li>
        )}
      </ul>
    </Modal>
  );
}
