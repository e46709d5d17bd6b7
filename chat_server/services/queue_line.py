"""Those who wait, in the order of their turn, and what they are told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.agent import Availability
from chat_server.domain.conversation import Conversation
from chat_server.domain.ports import Transaction
from chat_server.domain.routing import Desk, Waiting, in_order
from chat_server.domain.routing_rules import waiting_of
from chat_server.domain.waiting import Estimate

from .access import may_answer

_PROBLEM = "open_problem"


@dataclass(frozen=True)
class Place:
    """First is 1, among those of the same inbox and team; no estimate rather than an invented one."""

    position: int
    estimate: Estimate | None


async def line_up(
    tx: Transaction, conversations: Sequence[Conversation], now: datetime | None = None
) -> list[Waiting]:
    """In order; without `now` all they need binds, however long they have waited."""
    inboxes = {inbox.id: inbox for inbox in await tx.inboxes.all()}
    problems = await tx.facts.holders(_PROBLEM, {one.contact_id for one in conversations})
    return in_order(
        waiting_of(one, inboxes[one.inbox_id], open_problem=one.contact_id in problems, now=now)
        for one in conversations
        if one.inbox_id in inboxes
    )


async def in_turn(tx: Transaction, conversations: Sequence[Conversation]) -> list[Conversation]:
    """First to last."""
    by_id = {one.id: one for one in conversations}
    return [by_id[one.conversation_id] for one in await line_up(tx, conversations)]


@dataclass(frozen=True)
class Line:
    """Those who wait for the same people: of an inbox and, where one is asked for, a team."""

    inbox_id: str
    team_id: str
    waiting: list[Waiting]


async def lines(tx: Transaction, conversations: Sequence[Conversation]) -> list[Line]:
    """Everyone in the line they are in, first to last."""
    inbox_of = {one.id: one.inbox_id for one in conversations}
    found: dict[tuple[str, str], Line] = {}
    for one in await line_up(tx, conversations):
        key = (inbox_of[one.conversation_id], one.needs.team_id or "")
        found.setdefault(key, Line(*key, [])).waiting.append(one)
    return list(found.values())


async def places(tx: Transaction) -> dict[str, Place]:
    """Of all that wait, by conversation."""
    paces = {(pace.inbox_id, pace.team_id): pace for pace in await tx.teams.paces()}
    found: dict[str, Place] = {}
    for queue in await lines(tx, await tx.conversations.waiting()):
        pace = paces.get((queue.inbox_id, queue.team_id))
        for position, one in enumerate(queue.waiting, start=1):
            expected = pace.expect(position) if pace else None
            found[one.conversation_id] = Place(position, expected.told if expected else None)
    return found


async def desks(tx: Transaction) -> list[Desk]:
    """Every agent as routing sees them, with their teams' skills and languages."""
    teams = {team.id: team for team in await tx.teams.all()}
    memberships: dict[str, set[str]] = {}
    for member in await tx.teams.members():
        memberships.setdefault(member.agent_id, set()).add(member.team_id)
    loads = await tx.conversations.loads()
    made = []
    for agent in await tx.agents.all():
        if not may_answer(agent):
            continue
        own = [teams[team_id] for team_id in memberships.get(agent.id, ()) if team_id in teams]
        made.append(
            Desk(
                agent_id=agent.id,
                online=agent.availability is Availability.ONLINE and agent.gone_at is None,
                load=loads.get(agent.id, 0),
                capacity=agent.capacity,
                idle_since=agent.idle_since,
                skills=frozenset(agent.skills).union(*(team.skills for team in own)),
                languages=frozenset(agent.languages).union(*(team.languages for team in own)),
                teams=frozenset(team.id for team in own),
            )
        )
    return made
