import { useQueryClient } from "@tanstack/preact-query";
import { ChevronDown } from "lucide-preact";
import type { ColleagueView, TeamView } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { refusalOf } from "../state/live";
import { t } from "../texts";
import { Checks, NumberField, SaveBar, WordsField } from "./fields";
import { agentWords } from "./inbox_words";
import { useAgents, useTeams } from "./queries";
import { Loaded, Sheets } from "./sheet";
import { told, useForm } from "./use_form";
import { joined } from "./words";

export function AgentSettings() {
  const agents = useAgents();
  const teams = useTeams();
  return (
    <Loaded queries={[agents, teams]}>
      {() => (
        <Sheets
          find={t.settings.findAgent}
          items={agents.data?.items ?? []}
          textsOf={({ name, languages, skills }) => [name, ...languages, ...skills]}
        >
          {(agent) => <Agent agent={agent} teams={teams.data?.items ?? []} />}
        </Sheets>
      )}
    </Loaded>
  );
}

function Agent({ agent, teams }: { agent: ColleagueView; teams: readonly TeamView[] }) {
  const { rest, actions } = useDesk();
  const queries = useQueryClient();
  const { capacity, languages, skills } = agent;
  const form = useForm({ capacity, languages, skills, teams: agent.teams }, async (values) => {
    await rest.patch(`agents/${agent.id}`, values);
    await refresh();
  });

  function refresh() {
    return Promise.all(["teams", "agents"].map((path) => queries.invalidateQueries({ queryKey: [path] })));
  }

  async function remove() {
    if (!window.confirm(agentWords.removeAsk(agent.name))) return;
    try {
      await rest.delete(`agents/${agent.id}`);
      actions.say(agentWords.removed(agent.name));
      await refresh();
    } catch (error) {
      actions.say(told(refusalOf(error)), "danger");
    }
  }
  const { values, set, errorOf } = form;
  return (
    <details class="sheet">
      <summary>
        <ChevronDown size={16} aria-hidden="true" class="turn" />
        <bdi class="sheet-name">{agent.name}</bdi>
        <span class="soft">
          {[t.load(agent.open, capacity), joined([...languages, ...skills])].filter(Boolean).join(" · ")}
        </span>
        {form.isChanged && <span class="tag">{t.settings.unsavedMark}</span>}
      </summary>
      <form onSubmit={form.submit} aria-label={agent.name}>
        <NumberField
          label={t.settings.capacity}
          hint={t.settings.capacityHint}
          error={errorOf("capacity")}
          value={values.capacity}
          min={1}
          max={100}
          onChange={(next) => set({ capacity: next })}
        />
        <WordsField
          label={t.settings.languages}
          hint={t.settings.languagesHint}
          error={errorOf("languages")}
          words={values.languages}
          onChange={(next) => set({ languages: next })}
        />
        <WordsField
          label={t.settings.skills}
          hint={t.settings.skillsHint}
          error={errorOf("skills")}
          words={values.skills}
          onChange={(next) => set({ skills: next })}
        />
        <Checks
          legend={t.settings.inTeams}
          find={t.settings.findTeam}
          empty={t.settings.noTeamsToJoin}
          options={teams}
          chosen={values.teams}
          onChange={(next) => set({ teams: next })}
        />
        <SaveBar {...form} onReset={form.reset}>
          <button type="button" class="button button-danger" onClick={() => void remove()}>
            {agentWords.remove}
          </button>
        </SaveBar>
      </form>
    </details>
  );
}
