"""Agents and teams."""

from __future__ import annotations

from chat_server.domain.agent import Role
from chat_server.services.teams import AgentChange, Colleague, TeamChange, TeamSheet
from chat_server.wire.rest import AccountView, PageOf
from chat_server.wire.staff import ColleagueView, TeamView

from .call import Call
from .session import account_view


async def agents(call: Call) -> PageOf[ColleagueView]:
    """Everyone who may answer."""
    found = await call.services.teams.colleagues(call.agent)
    return PageOf[ColleagueView](items=[_colleague(one) for one in found], next=None)


async def agent(call: Call) -> ColleagueView:
    """One who may answer."""
    return _colleague(await call.services.teams.colleague(call.agent, call.path("id")))


async def add_account(call: Call) -> AccountView:
    """A new account of an agent, a marketer or an administrator."""
    body = call.body
    made = await call.services.administration.add_account(
        call.agent, body.email, body.name, Role(body.role), body.password
    )
    return account_view(made)


async def set_password(call: Call) -> None:
    """A new password for an account; whoever is signed in to it is signed out."""
    await call.services.administration.set_password(call.agent, call.path("id"), call.body.password)


async def remove_account(call: Call) -> None:
    """For good; they are signed out at once, what they said stays under their name."""
    await call.services.administration.remove_account(call.agent, call.path("id"))


async def change_agent(call: Call) -> ColleagueView:
    """What an agent can do, how much at once, and in which teams."""
    change = AgentChange(**call.body.model_dump())
    return _colleague(await call.services.teams.change_agent(call.agent, call.path("id"), change))


async def teams(call: Call) -> PageOf[TeamView]:
    """All teams, by name."""
    found = await call.services.teams.all(call.agent)
    return PageOf[TeamView](items=[_team(sheet) for sheet in found], next=None)


async def team(call: Call) -> TeamView:
    """One team."""
    return _team(await call.services.teams.one(call.agent, call.path("id")))


async def add_team(call: Call) -> TeamView:
    """A new team."""
    given = call.body.model_dump()
    return _team(await call.services.teams.add(call.agent, given.pop("name"), TeamChange(**given)))


async def change_team(call: Call) -> TeamView:
    """Its name, members, skills and languages."""
    change = TeamChange(**call.body.model_dump())
    return _team(await call.services.teams.change(call.agent, call.path("id"), change))


async def remove_team(call: Call) -> None:
    """Refused while conversations wait for it."""
    await call.services.teams.remove(call.agent, call.path("id"))


def _colleague(one: Colleague) -> ColleagueView:
    agent = one.agent
    return ColleagueView(
        id=agent.id,
        name=agent.name,
        role=agent.role.value,
        availability=agent.availability.value,
        skills=agent.skills,
        languages=agent.languages,
        capacity=agent.capacity,
        teams=one.teams,
        open=one.open,
    )


def _team(sheet: TeamSheet) -> TeamView:
    team = sheet.team
    return TeamView(
        id=team.id,
        name=team.name,
        languages=team.languages,
        skills=team.skills,
        members=sheet.members,
    )
