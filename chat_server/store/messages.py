"""Messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.message import Message, MessageKind

from .mapping import MessageRow
from .tables import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.ext.asyncio import AsyncSession

_c = messages.c
# Clients may name any number; the column holds 32 bits.
_MOST_SEQ = 2**31 - 1


class MessageRows:
    """See `domain.ports.Messages`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, message_id: str) -> Message | None:
        """By id."""
        return await self._session.scalar(sa.select(MessageRow).where(_c.id == message_id))

    async def at(self, conversation_id: str, seq: int) -> Message | None:
        """By its place."""
        return await self._session.scalar(
            sa.select(MessageRow).where(_c.conversation_id == conversation_id, _c.seq == seq)
        )

    async def texts(self, places: Sequence[tuple[str, int]]) -> dict[tuple[str, int], str]:
        """Of those that exist, by place."""
        if not places:
            return {}
        # Pairs by pairs SQLite would look at every message there is.
        found = sa.select(_c.conversation_id, _c.seq, _c.text).where(
            _c.conversation_id.in_({dialogue for dialogue, _ in places}),
            _c.seq.in_({seq for _, seq in places}),
        )
        wanted = set(places)
        rows = await self._session.execute(found)
        return {(row[0], row[1]): row[2] for row in rows if (row[0], row[1]) in wanted}

    async def by_client_id(
        self, conversation_id: str, sender: str, client_id: str
    ) -> Message | None:
        """The one a resend must not repeat."""
        return await self._session.scalar(
            sa.select(MessageRow).where(
                _c.conversation_id == conversation_id,
                _c.sender == sender,
                _c.client_id == client_id,
            )
        )

    async def after(
        self, conversation_id: str, seq: int, limit: int, *, public: bool
    ) -> list[Message]:
        """The next `limit` after `seq`."""
        found = (
            self._of(conversation_id, public=public)
            .where(_c.seq > min(seq, _MOST_SEQ))
            .order_by(_c.seq)
            .limit(limit)
        )
        return list(await self._session.scalars(found))

    async def revised(
        self, conversation_id: str, since: int, until_seq: int, limit: int, *, public: bool
    ) -> list[Message]:
        """The next `limit` changed after revision `since` among those up to `until_seq`, as they were changed."""
        found = (
            self._of(conversation_id, public=public)
            .where(_c.seq <= min(until_seq, _MOST_SEQ), _c.revision > min(since, _MOST_SEQ))
            .order_by(_c.revision)
            .limit(limit)
        )
        return list(await self._session.scalars(found))

    async def newest(self, conversation_id: str, limit: int, *, public: bool) -> list[Message]:
        """The last `limit`, in order."""
        found = self._of(conversation_id, public=public).order_by(_c.seq.desc()).limit(limit)
        return list(reversed(list(await self._session.scalars(found))))

    async def by_ids(self, message_ids: Sequence[str]) -> dict[str, Message]:
        """Those that exist."""
        if not message_ids:
            return {}
        found = await self._session.scalars(sa.select(MessageRow).where(_c.id.in_(message_ids)))
        return {message.id: message for message in found}

    @staticmethod
    def _of(conversation_id: str, *, public: bool) -> sa.Select[Message]:
        found = sa.select(MessageRow).where(_c.conversation_id == conversation_id)
        return found.where(_c.kind != MessageKind.NOTE) if public else found
