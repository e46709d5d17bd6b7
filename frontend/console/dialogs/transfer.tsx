import { useQuery } from "@tanstack/preact-query";
import { Hourglass, Users } from "lucide-preact";
import { useState } from "preact/hooks";
import type { PageOf } from "../../client/rest";
import type { ConversationView } from "../../wire/events.gen";
import type { ColleagueView, TeamView } from "../../wire/rest.gen";
import { useDesk, useDeskState, useMe } from "../desk";
import type { Receiver } from "../state/actions";
import { t } from "../texts";
import { Modal } from "../views/modal";
import { Failed, Skeleton } from "../views/states";
import { nameOf } from "../words";
import { abilities, colleaguesFor, fits } from "./receivers";

interface Props {
  conversation: ConversationView;
  onClose: () => void;
}

const LONGEST_NOTE = 1000;

/** Passes a chat to a colleague, to a team, or to whoever is free next. */
export function TransferDialog({ conversation, onClose }: Props) {
  const { rest, actions } = useDesk();
  const presence = useDeskState((state) => state.presence);
  const [busy, setBusy] = useState(false);
  const [words, setWords] = useState("");
  const [note, setNote] = useState("");
  const agents = useQuery({
    queryKey: ["agents"],
    queryFn: ({ signal }) => rest.get<PageOf<ColleagueView>>("agents", {}, signal),
    // Loads change with every chat.
    staleTime: 0,
  });
  const teams = useQuery({
    queryKey: ["teams"],
    queryFn: ({ signal }) => rest.get<PageOf<TeamView>>("teams", {}, signal),
  });

  const able = colleaguesFor(agents.data?.items ?? [], conversation.owner.agent_id, presence);
  const colleagues = able.filter((one) => fits(words, one.name, ...one.skills, ...one.languages));
  const shownTeams = (teams.data?.items ?? []).filter((one) =>
    fits(words, one.name, ...one.skills, ...one.languages),
  );
  const online = new Set(
    (agents.data?.items ?? [])
      .filter((one) => (presence[one.id] ?? one.availability) === "online")
      .map(({ id }) => id),
  );

  async function give(to: Receiver, name: string) {
    setBusy(true);
    if (await actions.assign(conversation.id, { ...to, note: note.trim() })) actions.say(t.passedOn(name));
    onClose();
  }

  return (
    <Modal title={t.transferTitle(nameOf(conversation))} onClose={onClose}>
      <input
        type="search"
        autofocus
        value={words}
        aria-label={t.findColleague}
        placeholder={t.findColleague}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <label class="field">
        <span>{t.transferNote}</span>
        <textarea
          rows={2}
          maxLength={LONGEST_NOTE}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      {agents.isPending && <Skeleton lines={3} label={t.loading} />}
      {agents.isError && <Failed what={t.colleaguesFailed} onRetry={() => void agents.refetch()} />}
      {teams.isError && <Failed what={t.teamsFailed} onRetry={() => void teams.refetch()} />}
      <div class="receivers">
        {agents.isSuccess && (
          <Options title={t.colleagues}>
            {colleagues.map((colleague) => (
              <Option
                key={colleague.id}
                busy={busy}
                onTake={() => void give({ agentId: colleague.id }, colleague.name)}
              >
                <Colleague colleague={colleague} />
              </Option>
            ))}
            {colleagues.length === 0 && (
              <li class="soft">{able.length === 0 ? t.noColleagues : t.nobodyFits}</li>
            )}
          </Options>
        )}
        {shownTeams.length > 0 && (
          <Options title={t.teams}>
            {shownTeams.map((team) => (
              <Option key={team.id} busy={busy} onTake={() => void give({ teamId: team.id }, team.name)}>
                <Users size={14} aria-hidden="true" />
                <span class="option-words">
                  <bdi>{team.name}</bdi>
                  <small class="soft">{abilities(team)}</small>
                </span>
                <span class="soft">
                  {t.onlineOf(team.members.filter((id) => online.has(id)).length, team.members.length)}
                </span>
              </Option>
            ))}
          </Options>
        )}
        {conversation.owner.kind !== "queue" && (
          <ul class="options">
            <Option busy={busy} onTake={() => void give({}, t.theQueue)}>
              <Hourglass size={14} aria-hidden="true" />
              {t.toQueueLong}
            </Option>
          </ul>
        )}
      </div>
    </Modal>
  );
}

function Colleague({ colleague }: { colleague: ColleagueView }) {
  const me = useMe();
  const { id, name, availability, open, capacity } = colleague;
  return (
    <>
      <span class={`presence presence-${availability}`} aria-hidden="true" />
      <span class="option-words">
        <bdi>{id === me ? t.toMe(name) : name}</bdi>
        <small class="soft">{abilities(colleague)}</small>
      </span>
      <span class="soft option-end">
        <span>{t.availabilities[availability]}</span>
        <small>
          {t.load(open, capacity)}
          {open >= capacity && ` · ${t.full}`}
        </small>
      </span>
    </>
  );
}

function Options({ title, children }: { title: string; children: preact.ComponentChildren }) {
  return (
    <section aria-label={title}>
      <h3 class="options-title">{title}</h3>
      <ul class="options">{children}</ul>
    </section>
  );
}

interface OptionProps {
  busy: boolean;
  onTake: () => void;
  children: preact.ComponentChildren;
}

function Option({ busy, onTake, children }: OptionProps) {
  return (
    <li>
      <button type="button" class="option" disabled={busy} onClick={onTake}>
        {children}
      </button>
    </li>
  );
}
