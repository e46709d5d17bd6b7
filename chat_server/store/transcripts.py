"""Dialogues as they were said: search and export."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.message import MessageKind
from chat_server.domain.ports import Hit, Slice

from .filters import conditions, order, page
from .found import Found
from .mapping import ConversationRow, MessageRow
from .members import make_room
from .search import hits, newest, snippets
from .tables import conversations, messages, response_events

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.message import Message
    from chat_server.domain.ports import DialogueFilter


_DIALOGUES = 100


class TranscriptRows:
    """See `domain.ports.Transcripts`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"

    async def search(self, wanted: DialogueFilter, piece: Slice) -> list[Hit]:
        """By time of opening."""
        if wanted.segment is not None:
            await make_room(self._session)
        said = (
            response_events.c.visitor_messages
            + response_events.c.bot_messages
            + response_events.c.agent_messages
        )
        which, met = conditions(wanted, sqlite=self._sqlite), Found()
        if wanted.query and not piece.oldest_first:
            other = conditions(replace(wanted, query=None), sqlite=self._sqlite)
            met = await newest(
                self._session, wanted.query, [*other, *page(piece)], piece.limit, wanted.since
            )
            which = [conversations.c.id.in_(met.best(piece.limit))]
        found = (
            sa.select(ConversationRow, said)
            .join(response_events, response_events.c.conversation_id == conversations.c.id)
            .where(*which, *page(piece))
            .order_by(*order(piece))
            .limit(piece.limit)
        )
        rows = [(row[0], row[1]) for row in await self._session.execute(found)]
        marked: dict[str, str] = {}
        if wanted.query:
            ids = [conversation.id for conversation, _ in rows]
            marked = await snippets(self._session, wanted.query, ids, met.said, sqlite=self._sqlite)
        return [
            Hit(conversation, count, marked.get(conversation.id)) for conversation, count in rows
        ]

    async def hits(
        self, query: str, conversation_ids: Sequence[str], most: int
    ) -> list[tuple[str, str]]:
        """See `search.hits`."""
        return await hits(self._session, query, conversation_ids, most, sqlite=self._sqlite)

    async def messages(self, wanted: DialogueFilter) -> AsyncIterator[Message]:
        """Every message but notes, dialogue by dialogue, streamed.

        Dialogues come in pieces, for a statement about all of them sorts every message there is before it gives the first.
        """
        piece = Slice(_DIALOGUES, oldest_first=True)
        while dialogues := await self._dialogues(wanted, piece):
            async for message in self._messages_of([one for _, one in dialogues]):
                yield message
                self._session.expunge(message)
            at, last = dialogues[-1]
            piece = replace(piece, before=at, before_id=last)

    async def _dialogues(
        self, wanted: DialogueFilter, piece: Slice
    ) -> Sequence[tuple[datetime, str]]:
        if wanted.segment is not None:
            await make_room(self._session)
        found = (
            sa.select(response_events.c.opened_at, response_events.c.conversation_id)
            .join(conversations, response_events.c.conversation_id == conversations.c.id)
            .where(*conditions(wanted, sqlite=self._sqlite), *page(piece))
            .order_by(*order(piece))
            .limit(piece.limit)
        )
        return [(row[0], row[1]) for row in await self._session.execute(found)]

    async def _messages_of(self, dialogues: Sequence[str]) -> AsyncIterator[Message]:
        found = (
            sa.select(MessageRow)
            .join(conversations, conversations.c.id == messages.c.conversation_id)
            .where(messages.c.conversation_id.in_(dialogues), messages.c.kind != MessageKind.NOTE)
            .order_by(conversations.c.opened_at, conversations.c.id, messages.c.seq)
            .execution_options(yield_per=100)
        )
        stream = await self._session.stream_scalars(found)
        async for message in stream:
            yield message
