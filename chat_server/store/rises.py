"""Rises that were found, and who wants to hear of them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from chat_server.domain.listening.risen import Risen, RiseWatcher

from .tables import rises

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.ext.asyncio import AsyncSession

_c = rises.c


class RiseRows:
    """See `domain.ports.Rises`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"

    async def since(self, day: str) -> list[Risen]:
        """By the index."""
        found = sa.select(Risen).where(_c.day >= day)
        return list(await self._session.scalars(found.order_by(_c.day.desc(), _c.id)))

    async def some(self, ids: Collection[str]) -> list[Risen]:
        """Newest day first."""
        found = sa.select(Risen).where(_c.id.in_(ids))
        return list(await self._session.scalars(found.order_by(_c.day.desc(), _c.id)))

    async def add(self, one: Risen) -> bool:
        """One statement, so that of two hubs one adds it."""
        insert = (sqlite if self._sqlite else postgresql).insert(rises).values(asdict(one))
        added = await self._session.scalar(insert.on_conflict_do_nothing().returning(_c.id))
        if added is None:
            now = {"days": one.days, "count": one.count, "expected": one.expected}
            await self._session.execute(sa.update(rises).where(_c.id == one.id).values(now))
        return added is not None

    async def forget(self, before: str) -> None:
        """By the index."""
        await self._session.execute(sa.delete(rises).where(_c.day < before))

    async def watcher(self, agent_id: str) -> RiseWatcher | None:
        """By the account."""
        return await self._session.get(RiseWatcher, agent_id)

    async def watchers(self) -> list[RiseWatcher]:
        """All."""
        return list(await self._session.scalars(sa.select(RiseWatcher)))

    async def remove_watcher(self, one: RiseWatcher) -> None:
        """It may come again."""
        await self._session.delete(one)
