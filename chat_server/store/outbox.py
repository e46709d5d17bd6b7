"""The outbox: promised deliveries, claimed one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.outbox import Delivery, DeliveryKind, DeliveryState

from .tables import conversations, outbox

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from sqlalchemy.ext.asyncio import AsyncSession

_c = outbox.c


class OutboxRows:
    """See `domain.ports.Outbox`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def lock(self, delivery_id: str) -> Delivery | None:
        """One writer until the commit."""
        return await self._session.get(
            Delivery, delivery_id, with_for_update=True, populate_existing=True
        )

    async def next_due(self) -> datetime | None:
        """One look at the index of what waits."""
        free_at = sa.case((_c.leased_until > _c.due_at, _c.leased_until), else_=_c.due_at)
        found = sa.select(sa.func.min(free_at, type_=_c.due_at.type))
        first: datetime | None = await self._session.scalar(
            found.where(_c.state == DeliveryState.WAITING)
        )
        return first

    async def claim(self, now: datetime, lease: timedelta) -> Delivery | None:
        """Longest due first; what another worker is claiming just now is passed over."""
        delivery = await self._session.scalar(
            sa.select(Delivery)
            .where(*_free(now))
            .order_by(_c.due_at, _c.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        if delivery is not None:
            delivery.claim(now, lease)
        return delivery

    async def end_leases(self) -> None:
        """Whoever held them is gone."""
        await self._session.execute(
            sa.update(outbox)
            .where(_c.state == DeliveryState.WAITING, _c.leased_until.is_not(None))
            .values(leased_until=None)
        )

    async def is_promised(self, source: str, kind: DeliveryKind) -> bool:
        """Whether there is such a row, finished or not."""
        found = sa.exists().where(_c.source == source, _c.kind == kind)
        return bool(await self._session.scalar(sa.select(found)))

    async def sent_before(self, conversation_id: str, limit: int) -> list[str]:
        """The newest, oldest of them first."""
        found = (
            sa.select(_c.id)
            .where(
                _c.conversation_id == conversation_id,
                _c.kind == DeliveryKind.REPLY_MAIL,
                _c.state == DeliveryState.SENT,
            )
            .order_by(_c.finished_at.desc(), _c.id.desc())
            .limit(limit)
        )
        return list(await self._session.scalars(found))[::-1]

    async def count_to(self, recipient: str, kind: DeliveryKind, since: datetime) -> int:
        """Asked for, delivered or not."""
        counted = sa.select(sa.func.count()).where(
            _c.recipient == recipient, _c.kind == kind, _c.created_at >= since
        )
        return await self._session.scalar(counted) or 0

    async def forget_address(self, contact_id: str, address: str) -> None:
        """What was promised to it is promised no more."""
        run, theirs = self._session.execute, conversations.c.contact_id == contact_id
        mails = sa.and_(
            _c.recipient == address,
            _c.conversation_id.in_(sa.select(conversations.c.id).where(theirs)),
        )
        await run(sa.delete(outbox).where(mails))
        left = sa.and_(theirs, conversations.c.reply_to == address)
        await run(sa.update(conversations).where(left).values(reply_to=None, mail_from_seq=None))

    async def sweep(self, before: datetime) -> int:
        """Deletes what was finished before; how many."""
        done = await self._session.execute(sa.delete(outbox).where(_c.finished_at < before))
        return int(getattr(done, "rowcount", 0))


def _free(now: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        _c.state == DeliveryState.WAITING,
        _c.due_at <= now,
        sa.or_(_c.leased_until.is_(None), _c.leased_until <= now),
    )
