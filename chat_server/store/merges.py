"""Who became one with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.merging import Merge

from .tables import merges

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.ext.asyncio import AsyncSession

_c = merges.c


class MergeRows:
    """See `domain.ports.Merges`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def lock(self, merge_id: str) -> Merge | None:
        """One writer until the commit."""
        return await self._session.get(
            Merge, merge_id, with_for_update=True, populate_existing=True
        )

    async def into(self, contact_id: str) -> list[Merge]:
        """Newest first."""
        found = sa.select(Merge).where(_c.target_id == contact_id)
        return list(await self._session.scalars(found.order_by(_c.at.desc(), _c.id.desc())))

    async def undoable(self, contact_ids: Collection[str]) -> set[str]:
        """By the index."""
        theirs = sa.and_(_c.target_id.in_(contact_ids), _c.undone_at.is_(None))
        return set(await self._session.scalars(sa.select(_c.target_id).where(theirs)))

    async def to_undo(self, contact_id: str) -> list[Merge]:
        """Always in the same order."""
        found = sa.select(Merge).where(_c.target_id == contact_id, _c.undone_at.is_(None))
        locked = found.order_by(_c.at, _c.id).with_for_update()
        return list(
            await self._session.scalars(locked, execution_options={"populate_existing": True})
        )

    async def was_undone(self, source_id: str, target_id: str) -> bool:
        """One look at an index."""
        found = sa.exists().where(
            _c.source_id == source_id, _c.target_id == target_id, _c.undone_at.is_not(None)
        )
        return bool(await self._session.scalar(sa.select(found)))
