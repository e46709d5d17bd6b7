"""Greetings that come up by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.proactive import ProactiveGreeting

from .members import belongs
from .tables import contacts, greetings

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.segments.rule import Belonging

_g = greetings.c


class GreetingRows:
    """See `domain.ports.Greetings`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"

    async def get(self, code: str) -> ProactiveGreeting | None:
        """By the element's code."""
        return await self._session.get(ProactiveGreeting, code)

    async def active(self, inbox_id: str) -> list[ProactiveGreeting]:
        """Newest first."""
        wanted = (
            sa.select(ProactiveGreeting)
            .where(_g.active, sa.or_(_g.inbox_id.is_(None), _g.inbox_id == inbox_id))
            .order_by(_g.changed_at.desc(), _g.code)
        )
        return list(await self._session.scalars(wanted))

    async def remove(self, greeting: ProactiveGreeting) -> None:
        """Its element stays."""
        await self._session.delete(greeting)

    async def belongs(self, contact_id: str, belonging: Belonging) -> bool:
        """One look."""
        among = belongs(belonging, sqlite=self._sqlite, each=True)
        found = sa.select(contacts.c.id).where(contacts.c.id == contact_id, among)
        return await self._session.scalar(found) is not None
