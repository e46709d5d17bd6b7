"""Inboxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.inbox import Inbox

from .many import many
from .tables import inboxes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.ext.asyncio import AsyncSession


class InboxRows:
    """See `domain.ports.Inboxes`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, inbox_id: str) -> Inbox | None:
        """By id."""
        return await self._session.get(Inbox, inbox_id)

    async def lock(self, inbox_id: str) -> Inbox | None:
        """For one writer until the commit."""
        return await self._session.get(
            Inbox, inbox_id, with_for_update=True, populate_existing=True
        )

    async def many(self, inbox_ids: Iterable[str]) -> dict[str, Inbox]:
        """In one look, or none."""
        return await many(self._session, Inbox, inbox_ids)

    async def by_key(self, key: str) -> Inbox | None:
        """By its public key."""
        return await self._session.scalar(sa.select(Inbox).where(inboxes.c.key == key))

    async def all(self) -> list[Inbox]:
        """By name."""
        return list(await self._session.scalars(sa.select(Inbox).order_by(inboxes.c.name)))
