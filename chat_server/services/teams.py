"""Teams, and what agents can do: for administrators to set, for agents to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from chat_server.domain.agent import Agent
from chat_server.domain.errors import Conflict, Invalid, NotFound
from chat_server.domain.ids import new_id
from chat_server.domain.live import PresenceChanged, QueueMoved
from chat_server.domain.ports import Store, Transaction
from chat_server.domain.team import Team

from .access import AgentCaller, Permission, may_answer, require


@dataclass(frozen=True)
class TeamSheet:
    """A team with the ids of its members."""

    team: Team
    members: list[str]


@dataclass(frozen=True)
class Colleague:
    """An agent with the ids of their teams and how many conversations they answer now."""

    agent: Agent
    teams: list[str]
    open: int


@dataclass(frozen=True)
class TeamChange:
    """What is to be set; None leaves it as it is."""

    name: str | None = None
    languages: list[str] | None = None
    skills: list[str] | None = None
    members: list[str] | None = None


@dataclass(frozen=True)
class AgentChange:
    """What is to be set; None leaves it as it is."""

    name: str | None = None
    skills: list[str] | None = None
    languages: list[str] | None = None
    capacity: int | None = None
    teams: list[str] | None = None


class Teams:
    """Every change may let somebody be routed, so it is told as a change of the queue."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def all(self, caller: AgentCaller) -> list[TeamSheet]:
        """By name."""
        require(caller, Permission.READ_DIALOGUES)
        async with self._store.read() as tx:
            return await _sheets(tx, await tx.teams.all())

    async def one(self, caller: AgentCaller, team_id: str) -> TeamSheet:
        """By id."""
        require(caller, Permission.READ_DIALOGUES)
        async with self._store.read() as tx:
            return (await _sheets(tx, [await _team(tx, team_id)]))[0]

    async def add(self, caller: AgentCaller, name: str, change: TeamChange) -> TeamSheet:
        """A name is given once; Conflict otherwise."""
        require(caller, Permission.MANAGE)
        async with self._store.begin() as tx:
            await _require_free(tx, name)
            team = Team(new_id(), name)
            tx.add(team)
            await tx.flush()
            return await self._set(tx, team, change)

    async def change(self, caller: AgentCaller, team_id: str, change: TeamChange) -> TeamSheet:
        """Only what is given."""
        require(caller, Permission.MANAGE)
        async with self._store.begin() as tx:
            team = await _team(tx, team_id)
            if change.name not in {None, team.name}:
                await _require_free(tx, change.name or "")
            return await self._set(tx, team, change)

    async def remove(self, caller: AgentCaller, team_id: str) -> None:
        """Conflict while conversations wait for it: send them elsewhere first."""
        require(caller, Permission.MANAGE)
        async with self._store.begin() as tx:
            team = await _team(tx, team_id)
            if any(one.team_id == team_id for one in await tx.conversations.waiting()):
                raise Conflict("Conversations wait for this team; transfer them first.")
            if any(inbox.team_id == team_id for inbox in await tx.inboxes.all()):
                raise Conflict("An inbox sends its conversations to this team; change that first.")
            await tx.teams.remove(team)
            await tx.flush()
            tx.tell(QueueMoved())

    async def colleagues(self, caller: AgentCaller) -> list[Colleague]:
        """Everyone who may answer, by name."""
        require(caller, Permission.READ_DIALOGUES)
        async with self._store.read() as tx:
            return await _colleagues(tx, await tx.agents.all())

    async def colleague(self, caller: AgentCaller, agent_id: str) -> Colleague:
        """Raises NotFound for who may not answer, too."""
        require(caller, Permission.READ_DIALOGUES)
        async with self._store.read() as tx:
            agent = await tx.agents.get(agent_id)
            if agent is None or not may_answer(agent):
                raise NotFound("There is no such agent.")
            return (await _colleagues(tx, [agent]))[0]

    async def change_agent(
        self, caller: AgentCaller, agent_id: str, change: AgentChange
    ) -> Colleague:
        """Only what is given."""
        require(caller, Permission.MANAGE)
        async with self._store.begin() as tx:
            agent = await tx.agents.lock(agent_id)
            if agent is None or not may_answer(agent):
                raise NotFound("There is no such agent.")
            _apply(agent, change, without={"teams"})
            await tx.flush()
            if change.teams is not None:
                known = {team.id for team in await tx.teams.all()}
                _require_known(change.teams, known, "teams")
                await tx.teams.set_teams(agent.id, change.teams)
            tx.tell(PresenceChanged(agent), QueueMoved())
            return (await _colleagues(tx, [agent]))[0]

    async def _set(self, tx: Transaction, team: Team, change: TeamChange) -> TeamSheet:
        _apply(team, change, without={"members"})
        await tx.flush()
        if change.members is not None:
            able = {agent.id for agent in await tx.agents.all() if may_answer(agent)}
            _require_known(change.members, able, "members")
            await tx.teams.set_members(team.id, change.members)
        tx.tell(QueueMoved())
        return (await _sheets(tx, [team]))[0]


async def _team(tx: Transaction, team_id: str) -> Team:
    team = await tx.teams.get(team_id)
    if team is None:
        raise NotFound("There is no such team.")
    return team


async def _require_free(tx: Transaction, name: str) -> None:
    if await tx.teams.by_name(name) is not None:
        raise Conflict("There is a team with this name.")


def _require_known(given: Sequence[str], known: set[str], field: str) -> None:
    unknown = sorted(set(given) - known)
    if unknown:
        raise Invalid(f"Unknown: {', '.join(unknown)}.", {field: "unknown id"})


def _apply(to: object, change: TeamChange | AgentChange, without: set[str]) -> None:
    for field in fields(change):
        value = getattr(change, field.name)
        if value is not None and field.name not in without:
            setattr(to, field.name, value)


async def _sheets(tx: Transaction, teams: Sequence[Team]) -> list[TeamSheet]:
    members: dict[str, list[str]] = {}
    for member in await tx.teams.members():
        members.setdefault(member.team_id, []).append(member.agent_id)
    return [TeamSheet(team, members.get(team.id, [])) for team in teams]


async def _colleagues(tx: Transaction, agents: Sequence[Agent]) -> list[Colleague]:
    teams: dict[str, list[str]] = {}
    for member in await tx.teams.members():
        teams.setdefault(member.agent_id, []).append(member.team_id)
    loads = await tx.conversations.loads()
    return [
        Colleague(agent, teams.get(agent.id, []), loads.get(agent.id, 0))
        for agent in agents
        if may_answer(agent)
    ]
