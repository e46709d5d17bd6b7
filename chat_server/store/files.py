"""Files beside messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.files.file import StoredFile

from .tables import conversations, files

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.ext.asyncio import AsyncSession

_c = files.c


class FileRows:
    """See `domain.ports.Files`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, file_id: str) -> StoredFile | None:
        """By id."""
        return await self._session.get(StoredFile, file_id)

    async def of_contact(self, contact_id: str) -> list[StoredFile]:
        """Of all their dialogues."""
        owned = sa.select(conversations.c.id).where(conversations.c.contact_id == contact_id)
        found = sa.select(StoredFile).where(_c.conversation_id.in_(owned))
        return list(await self._session.scalars(found.order_by(_c.created_at, _c.id)))

    async def known(self, file_ids: Collection[str]) -> set[str]:
        """By primary key."""
        return set(await self._session.scalars(sa.select(_c.id).where(_c.id.in_(file_ids))))
