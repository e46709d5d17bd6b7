"""The durable queue of bot turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.bot_turn import BotTurn, TurnState

from .tables import bot_turns

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

_c = bot_turns.c
_UNFINISHED = (TurnState.PENDING, TurnState.RUNNING)


class TurnRows:
    """See `domain.ports.Turns`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, turn_id: str) -> BotTurn | None:
        """By id."""
        return await self._session.get(BotTurn, turn_id, with_for_update=True)

    async def claim(self, now: datetime, stale: datetime) -> BotTurn | None:
        """The oldest whose conversation has no earlier unfinished one."""
        earlier = bot_turns.alias("earlier")
        first = ~sa.exists().where(
            earlier.c.conversation_id == _c.conversation_id,
            earlier.c.message_seq < _c.message_seq,
            earlier.c.state.in_(_UNFINISHED),
        )
        runnable = sa.or_(
            _c.state == TurnState.PENDING,
            sa.and_(_c.state == TurnState.RUNNING, _c.started_at < stale),
        )
        turn = await self._session.scalar(
            sa.select(BotTurn)
            .where(runnable, first)
            .order_by(_c.created_at, _c.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        if turn is not None:
            turn.state, turn.started_at = TurnState.RUNNING, now
            turn.attempts += 1
        return turn

    async def running_since(self) -> datetime | None:
        """By the index of what is not finished."""
        began = sa.select(sa.func.min(_c.started_at, type_=_c.started_at.type))
        first: datetime | None = await self._session.scalar(
            began.where(_c.state == TurnState.RUNNING)
        )
        return first

    async def last_finished(self, conversation_id: str) -> datetime | None:
        """Of all turns of the dialogue."""
        newest = sa.select(_c.finished_at).where(
            _c.conversation_id == conversation_id, _c.finished_at.is_not(None)
        )
        return await self._session.scalar(newest.order_by(_c.finished_at.desc()).limit(1))

    async def pending(self) -> list[BotTurn]:
        """Oldest first."""
        found = sa.select(BotTurn).where(_c.state == TurnState.PENDING)
        return list(await self._session.scalars(found.order_by(_c.created_at, _c.id).limit(500)))
