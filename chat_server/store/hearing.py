"""What is still to be listened to: plain rows, as nearly all of them hold nothing to remember."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.bot_turn import TurnState
from chat_server.domain.events import EventType
from chat_server.domain.message import AuthorKind, MessageKind, words_in
from chat_server.domain.spoken import Spoken

from .tables import (
    bot_turns,
    conversations,
    events,
    hearing_progress,
    kind_of_line,
    marking_progress,
    messages,
)

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_SPOKEN = (EventType.VISITOR_SPOKE.value, EventType.AGENT_SPOKE.value)
_ASKERS = (AuthorKind.BOT, AuthorKind.AGENT)
_m = messages.c
_before = messages.alias("before")
_turn = bot_turns.alias("turn")


class HearingRows:
    """See `domain.ports.Hearing`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def reached(self) -> int:
        """How far the log was listened to."""
        return await self._session.scalar(sa.select(hearing_progress.c.position)) or 0

    async def reach(self, position: int) -> None:
        """How far the log was listened to."""
        await self._session.execute(sa.update(hearing_progress).values(position=position))

    async def marked_until(self) -> int:
        """How far the model looked at the log."""
        return await self._session.scalar(sa.select(marking_progress.c.position)) or 0

    async def mark_until(self, position: int) -> None:
        """How far the model looked at the log."""
        await self._session.execute(sa.update(marking_progress).values(position=position))

    async def spoken(self, after: int, until: int) -> list[Spoken]:
        """With the question before each, and whether a turn of the bot began."""
        asked = sa.and_(
            _before.c.conversation_id == _m.conversation_id,
            _before.c.seq == _m.public_prev_seq,
            _before.c.kind == MessageKind.MESSAGE,
            _before.c.author_kind.in_(_ASKERS),
        )
        turned = sa.and_(
            _turn.c.conversation_id == _m.conversation_id,
            _turn.c.message_seq == _m.seq,
            _turn.c.state.in_((TurnState.RUNNING, TurnState.DONE)),
        )
        found = (
            sa.select(
                events.c.position,
                _m.author_kind,
                _m.id,
                _m.conversation_id,
                conversations.c.contact_id,
                conversations.c.inbox_id,
                conversations.c.locale,
                _m.text,
                _m.content,
                _m.created_at,
                _before.c.text,
                _turn.c.id.is_not(None),
            )
            .select_from(events)
            .join(messages, _m.id == events.c.id)
            .join(conversations, conversations.c.id == _m.conversation_id)
            .outerjoin(_before, asked)
            .outerjoin(_turn, turned)
            .where(
                events.c.position > after,
                events.c.position <= until,
                kind_of_line.in_(_SPOKEN),
                _m.kind == MessageKind.MESSAGE,
            )
            .order_by(events.c.position)
        )
        lines = [Spoken(*row) for row in await self._session.execute(found)]
        # What a file is called is not said by anybody.
        return [replace(one, text=words_in(one.content, one.text)) for one in lines]
