"""Teams, their members, and the pace of queues."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.team import Team, TeamMember
from chat_server.domain.waiting import QueuePace

from .tables import team_members, teams

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.ext.asyncio import AsyncSession


class TeamRows:
    """See `domain.ports.Teams`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, team_id: str) -> Team | None:
        """By id."""
        return await self._session.get(Team, team_id)

    async def all(self) -> list[Team]:
        """By name."""
        return list(await self._session.scalars(sa.select(Team).order_by(teams.c.name)))

    async def by_name(self, name: str) -> Team | None:
        """As it is written."""
        return await self._session.scalar(sa.select(Team).where(teams.c.name == name))

    async def members(self) -> list[TeamMember]:
        """Of every team."""
        order = (team_members.c.team_id, team_members.c.agent_id)
        return list(await self._session.scalars(sa.select(TeamMember).order_by(*order)))

    async def set_members(self, team_id: str, agent_ids: Collection[str]) -> None:
        """Exactly these."""
        await self._replace(
            team_members.c.team_id == team_id,
            [TeamMember(team_id, agent_id) for agent_id in sorted(set(agent_ids))],
        )

    async def set_teams(self, agent_id: str, team_ids: Collection[str]) -> None:
        """The agent is in exactly these."""
        await self._replace(
            team_members.c.agent_id == agent_id,
            [TeamMember(team_id, agent_id) for team_id in sorted(set(team_ids))],
        )

    async def paces(self) -> list[QueuePace]:
        """Of every queue, as last worked out."""
        return list(await self._session.scalars(sa.select(QueuePace)))

    async def keep(self, pace: QueuePace) -> None:
        """Instead of what was known before."""
        await self._session.merge(pace)

    async def remove(self, team: Team) -> None:
        """With its memberships."""
        await self._session.delete(team)

    async def _replace(self, where: sa.ColumnElement[bool], wanted: Sequence[TeamMember]) -> None:
        kept = {
            _key(row): row
            for row in await self._session.scalars(sa.select(TeamMember).where(where))
        }
        new = {_key(row): row for row in wanted}
        for key, row in kept.items():
            if key not in new:
                await self._session.delete(row)
        self._session.add_all(row for key, row in new.items() if key not in kept)
        await self._session.flush()


def _key(row: TeamMember) -> tuple[str, str]:
    return row.team_id, row.agent_id
