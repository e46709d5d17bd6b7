"""Receipts of what was forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.erasure import Erasure

from .tables import erasures, metadata

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_c = erasures.c


class ErasureRows:
    """See `domain.ports.Erasures`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, erasure_id: str) -> Erasure | None:
        """By id."""
        return await self._session.get(Erasure, erasure_id)

    async def of(self, subject: str) -> list[Erasure]:
        """Newest first."""
        found = sa.select(Erasure).where(_c.subject == subject)
        return list(await self._session.scalars(found.order_by(_c.at.desc(), _c.id.desc())))

    async def undone(self, most: int) -> list[Erasure]:
        """Oldest first."""
        found = sa.select(Erasure).where(sa.or_(_c.bot_told_at.is_(None), _c.scrubbed_at.is_(None)))
        return list(await self._session.scalars(found.order_by(_c.at, _c.id).limit(most)))

    async def left(self, contact_id: str) -> dict[str, int]:
        """In every table that knows contacts."""
        counts: dict[str, int] = {}
        for table in metadata.sorted_tables:
            names = [name for name in ("contact_id", "source_id", "target_id") if name in table.c]
            if table.name == "contacts":
                names = ["id"]
            if names:
                theirs = sa.or_(*(table.c[name] == contact_id for name in names))
                counted = sa.select(sa.func.count()).select_from(table).where(theirs)
                counts[table.name] = await self._session.scalar(counted) or 0
        return {name: count for name, count in counts.items() if count}
