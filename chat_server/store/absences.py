"""Conversations that time alone must move on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.absence import Outlook
from chat_server.domain.conversation import Status
from chat_server.domain.ownership import OwnerKind

from .tables import conversations

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

_c = conversations.c
_OPEN = _c.status == Status.OPEN
_ANSWERED_BY = {
    OwnerKind.BOT: (_c.owner_kind == OwnerKind.BOT,),
    OwnerKind.AGENT: (
        _c.owner_kind == OwnerKind.AGENT,
        _c.offline_at.is_(None),
        _c.unanswered_since.is_(None),
        _c.answered_at >= sa.func.coalesce(_c.owner_since, _c.opened_at),
    ),
}


class AbsenceRows:
    """See `domain.ports.Absences`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def silent(
        self, inbox_id: str, owner: OwnerKind, before: datetime, limit: int
    ) -> list[str]:
        """Longest first."""
        return await self._ids(
            _OPEN,
            _c.inbox_id == inbox_id,
            *_ANSWERED_BY[owner],
            _c.idle_noticed_at.is_(None),
            _c.updated_at <= before,
            order=_c.updated_at,
            limit=limit,
        )

    async def noticed(self, inbox_id: str, before: datetime, limit: int) -> list[str]:
        """Longest first."""
        return await self._ids(
            _OPEN,
            _c.inbox_id == inbox_id,
            _c.idle_noticed_at <= before,
            order=_c.idle_noticed_at,
            limit=limit,
        )

    async def to_wake(self, now: datetime, limit: int) -> list[str]:
        """Longest due first."""
        return await self._ids(
            _c.status == Status.SNOOZED,
            _c.snoozed_until <= now,
            order=_c.snoozed_until,
            limit=limit,
        )

    async def untold(self, inbox_id: str, limit: int) -> list[str]:
        """Longest waiting first."""
        return await self._ids(
            _OPEN,
            _c.inbox_id == inbox_id,
            _c.owner_kind == OwnerKind.QUEUE,
            _c.offline_at.is_(None),
            order=_c.queued_at,
            limit=limit,
        )

    async def outlook(self) -> list[Outlook]:
        """One look at all that are not over."""
        unnoticed = (_OPEN, _c.idle_noticed_at.is_(None))
        untold = (_OPEN, _c.owner_kind == OwnerKind.QUEUE, _c.offline_at.is_(None))
        found = (
            sa.select(
                _c.inbox_id,
                _oldest(_c.updated_at, *unnoticed, *_ANSWERED_BY[OwnerKind.BOT]),
                _oldest(_c.updated_at, *unnoticed, *_ANSWERED_BY[OwnerKind.AGENT]),
                _oldest(_c.idle_noticed_at, _OPEN),
                _oldest(_c.snoozed_until, _c.status == Status.SNOOZED),
                sa.func.count(sa.case((sa.and_(*untold), 1))) > 0,
            )
            .where(_c.status.in_((Status.OPEN, Status.SNOOZED)))
            .group_by(_c.inbox_id)
        )
        return [Outlook(*row) for row in await self._session.execute(found)]

    async def _ids(
        self, *where: sa.ColumnElement[bool], order: sa.ColumnElement[object], limit: int
    ) -> list[str]:
        found = sa.select(_c.id).where(*where).order_by(order, _c.id).limit(limit)
        return list(await self._session.scalars(found))


def _oldest(
    column: sa.Column[datetime | None], *where: sa.ColumnElement[bool]
) -> sa.ColumnElement[datetime | None]:
    return sa.func.min(sa.case((sa.and_(*where), column)), type_=column.type)
