import { useQueryClient } from "@tanstack/preact-query";
import { ChevronDown } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ColleagueView, InboxSettings, TeamBody, TeamView } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { refusalOf } from "../state/live";
import { t } from "../texts";
import { Empty } from "../views/states";
import { Checks, NameField, SaveBar, WordsField } from "./fields";
import { useAgents, useInboxes, useTeams } from "./queries";
import { SentHere } from "./sent_here";
import { Loaded, Sheets } from "./sheet";
import { type Form, told, useForm } from "./use_form";
import { joined } from "./words";

type Values = Required<Pick<TeamBody, "name" | "languages" | "skills" | "members">>;

const NEW: Values = { name: "", languages: [], skills: [], members: [] };

export function TeamSettings() {
  const teams = useTeams();
  const agents = useAgents();
  const inboxes = useInboxes();
  return (
    <Loaded queries={[teams, agents, inboxes]}>
      {() => (
        <>
          <NewTeam agents={agents.data?.items ?? []} />
          {teams.data?.items.length === 0 && (
            <Empty title={t.settings.noTeams.title}>{t.settings.noTeams.hint}</Empty>
          )}
          <Sheets
            find={t.settings.findTeam}
            items={teams.data?.items ?? []}
            textsOf={({ name, languages, skills }) => [name, ...languages, ...skills]}
          >
            {(team) => (
              <Team team={team} agents={agents.data?.items ?? []} inboxes={inboxes.data?.items ?? []} />
            )}
          </Sheets>
        </>
      )}
    </Loaded>
  );
}

function NewTeam({ agents }: { agents: readonly ColleagueView[] }) {
  const { rest } = useDesk();
  const refresh = useRefresh();
  const [isOpen, setOpen] = useState(false);
  const form = useForm(NEW, async (values) => {
    await rest.post("teams", values);
    await refresh();
    setOpen(false);
  });
  if (!isOpen) {
    return (
      <button type="button" class="button settings-new" onClick={() => setOpen(true)}>
        {t.settings.newTeam}
      </button>
    );
  }
  return (
    <form class="sheet sheet-open" onSubmit={form.submit} aria-label={t.settings.newTeam}>
      <TeamFields form={form} agents={agents} />
      <SaveBar {...form} onReset={form.reset}>
        {!form.isChanged && (
          <button type="button" class="button" onClick={() => setOpen(false)}>
            {t.cancel}
          </button>
        )}
      </SaveBar>
    </form>
  );
}

interface TeamProps {
  team: TeamView;
  agents: readonly ColleagueView[];
  inboxes: readonly InboxSettings[];
}

function Team({ team, agents, inboxes }: TeamProps) {
  const { rest, actions } = useDesk();
  const refresh = useRefresh();
  const { name, languages, skills, members } = team;
  const form = useForm({ name, languages, skills, members }, async (values) => {
    await rest.patch(`teams/${team.id}`, values);
    await refresh();
  });

  async function remove() {
    if (!window.confirm(t.settings.deleteAsk(team.name))) return;
    try {
      await rest.delete(`teams/${team.id}`);
      actions.say(t.settings.deleted(team.name));
      await refresh();
    } catch (error) {
      actions.say(told(refusalOf(error)), "danger");
    }
  }

  return (
    <details class="sheet">
      <summary>
        <ChevronDown size={16} aria-hidden="true" class="turn" />
        <bdi class="sheet-name">{team.name}</bdi>
        <span class="soft">
          {[t.settings.memberCount(members.length), joined([...languages, ...skills])]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {form.isChanged && <span class="tag">{t.settings.unsavedMark}</span>}
      </summary>
      <form onSubmit={form.submit} aria-label={team.name}>
        <TeamFields form={form} agents={agents} />
        <SentHere team={team.id} inboxes={inboxes} />
        <SaveBar {...form} onReset={form.reset}>
          <button type="button" class="button button-danger" onClick={() => void remove()}>
            {t.settings.deleteTeam}
          </button>
        </SaveBar>
      </form>
    </details>
  );
}

function TeamFields({ form, agents }: { form: Form<Values>; agents: readonly ColleagueView[] }) {
  const { values, set, errorOf } = form;
  return (
    <>
      <NameField
        label={t.settings.name}
        error={errorOf("name")}
        value={values.name}
        onChange={(name) => set({ name })}
      />
      <WordsField
        label={t.settings.languages}
        hint={t.settings.languagesHint}
        error={errorOf("languages")}
        words={values.languages}
        onChange={(languages) => set({ languages })}
      />
      <WordsField
        label={t.settings.skills}
        hint={t.settings.skillsHint}
        error={errorOf("skills")}
        words={values.skills}
        onChange={(skills) => set({ skills })}
      />
      <Checks
        legend={t.settings.members}
        find={t.settings.findMember}
        empty={t.noColleagues}
        options={agents}
        chosen={values.members}
        onChange={(members) => set({ members })}
      />
    </>
  );
}

/** Teams name agents and agents name teams. */
function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all(["teams", "agents"].map((path) => queries.invalidateQueries({ queryKey: [path] })));
}
