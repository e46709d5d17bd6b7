"""The durable queue of bot turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.bot_turn import BotTurn, TurnState

from .tables import bot_turns

if TYPE_CHECKING:
    from collections.abc import Collection
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

    async def runnable(self, stale: datetime, limit: int) -> list[BotTurn]:
        """The oldest whose conversations have no earlier unfinished one."""
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
        turns = await self._session.scalars(
            sa.select(BotTurn)
            .where(runnable, first)
            .order_by(_c.created_at, _c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return list(turns)

    async def running_since(self) -> datetime | None:
        """By the index of what is not finished."""
        began = sa.select(sa.func.min(_c.started_at, type_=_c.started_at.type))
        first: datetime | None = await self._session.scalar(
            began.where(_c.state == TurnState.RUNNING)
        )
        return first

    async def last_finished(self, conversation_ids: Collection[str]) -> dict[str, datetime]:
        """Of all turns of the dialogues."""
        newest = (
            sa.select(_c.conversation_id, sa.func.max(_c.finished_at, type_=_c.finished_at.type))
            .where(_c.conversation_id.in_(conversation_ids), _c.finished_at.is_not(None))
            .group_by(_c.conversation_id)
        )
        return {row[0]: row[1] for row in await self._session.execute(newest)}

    async def pending(self) -> list[BotTurn]:
        """Oldest first."""
        found = sa.select(BotTurn).where(_c.state == TurnState.PENDING)
        return list(await self._session.scalars(found.order_by(_c.created_at, _c.id).limit(500)))
