"""Webhooks, their deliveries, and how far the log was read for them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.events import Event
from chat_server.domain.webhooks.delivery import HookDelivery, HookState
from chat_server.domain.webhooks.events import OF_LINES
from chat_server.domain.webhooks.webhook import Webhook

from .log import LogRows
from .mapping import EventRow
from .tables import (
    conversations,
    events,
    kind_of_line,
    webhook_deliveries,
    webhook_progress,
    webhooks,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta
    from typing import Any

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports import Slice

_w, _d = webhooks.c, webhook_deliveries.c
_SEARCHED = (_d.type, _d.event_id, _d.conversation_id, _d.outcome, _d.status)
_LINES = [events.c[field.name] for field in fields(Event)]
_KINDS = [kind.value for kind in OF_LINES]
# Of a webhook, what is due first: one look at the index.
_first_due = (
    sa.select(sa.func.min(_d.due_at, type_=_d.due_at.type))
    .where(_d.webhook_id == _w.id, _d.state == HookState.WAITING)
    .correlate(webhooks)
    .scalar_subquery()
)


class WebhookRows:
    """See `domain.ports.Webhooks`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def all(self) -> list[Webhook]:
        """Oldest first."""
        found = sa.select(Webhook).order_by(_w.created_at, _w.id)
        return list(await self._session.scalars(found))

    async def get(self, webhook_id: str) -> Webhook | None:
        """By id."""
        return await self._session.get(Webhook, webhook_id)

    async def lock(self, webhook_id: str) -> Webhook | None:
        """One writer until the commit."""
        return await self._session.get(
            Webhook, webhook_id, with_for_update=True, populate_existing=True
        )

    async def remove(self, webhook: Webhook) -> None:
        """Its deliveries go with it."""
        await self._session.delete(webhook)

    async def reached(self, *, lock: bool = False) -> int:
        """How far the log was read."""
        found = sa.select(webhook_progress.c.position)
        return await self._session.scalar(found.with_for_update() if lock else found) or 0

    async def reach(self, position: int) -> None:
        """How far the log was read."""
        await self._session.execute(sa.update(webhook_progress).values(position=position))

    async def skip_to_now(self) -> None:
        """What happened before a first webhook is told to nobody."""
        if self._session.get_bind().dialect.name == "postgresql":
            head: int | None = await LogRows(self._session).settled()
        else:
            head = await self._session.scalar(sa.select(sa.func.max(events.c.position)))
        await self.reach(head or 0)

    async def lines(self, after: int, until: int) -> list[Event]:
        """In order."""
        found = (
            sa.select(*_LINES)
            .where(
                events.c.position > after,
                events.c.position <= until,
                kind_of_line.in_(_KINDS),
            )
            .order_by(events.c.position)
        )
        return [Event(**row) for row in (await self._session.execute(found)).mappings()]

    async def line(self, event_id: str) -> Event | None:
        """By its id."""
        return await self._session.scalar(sa.select(EventRow).where(events.c.id == event_id))

    async def living(self, conversation_ids: set[str]) -> set[str]:
        """Those that nobody erased."""
        found = sa.select(conversations.c.id).where(conversations.c.id.in_(conversation_ids))
        return set(await self._session.scalars(found)) if conversation_ids else set()

    async def claim(
        self, holder: str, now: datetime, lease: timedelta, most: int
    ) -> tuple[Webhook, list[HookDelivery]] | None:
        """What another hub is claiming just now is passed over."""
        webhook = await self._session.scalar(
            sa.select(Webhook)
            .where(
                _w.paused_at.is_(None),
                sa.or_(_w.leased_until.is_(None), _w.leased_until <= now),
                sa.or_(_w.resting_until.is_(None), _w.resting_until <= now),
                _first_due <= now,
            )
            .order_by(_first_due, _w.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        if webhook is None:
            return None
        webhook.claim(holder, now, lease)
        due = (
            sa.select(HookDelivery)
            .where(_d.webhook_id == webhook.id, _d.state == HookState.WAITING, _d.due_at <= now)
            .order_by(_d.due_at, _d.sequence, _d.id)
            .limit(most)
        )
        return webhook, list(await self._session.scalars(due))

    async def next_due(self) -> datetime | None:
        """Of those that are not paused, and neither rest nor are held by then."""
        found = sa.select(_first_due, _w.leased_until, _w.resting_until).where(
            _w.paused_at.is_(None)
        )
        rows = await self._session.execute(found)
        times = [[at for at in row if at is not None] for row in rows if row[0] is not None]
        return min((max(one) for one in times), default=None)

    async def end_leases(self) -> None:
        """Whoever held them is gone."""
        await self._session.execute(sa.update(webhooks).values(leased_until=None, holder=None))

    async def delivery(self, delivery_id: str) -> HookDelivery | None:
        """One writer until the commit."""
        return await self._session.get(
            HookDelivery, delivery_id, with_for_update=True, populate_existing=True
        )

    async def deliveries(
        self, webhook_id: str, state: HookState | None, piece: Slice, words: Sequence[str] = ()
    ) -> list[HookDelivery]:
        """Of one webhook in 30 days: read in their order, by its index."""
        wanted = sa.select(HookDelivery).where(_d.webhook_id == webhook_id)
        if state is not None:
            wanted = wanted.where(_d.state == state)
        for word in words:
            wanted = wanted.where(sa.or_(*(_has(column, word) for column in _SEARCHED)))
        if piece.before is not None:
            last = sa.tuple_(
                sa.literal(piece.before, _d.created_at.type), sa.literal(piece.before_id)
            )
            wanted = wanted.where(sa.tuple_(_d.created_at, _d.id) < last)
        newest = wanted.order_by(_d.created_at.desc(), _d.id.desc())
        return list(await self._session.scalars(newest.limit(piece.limit)))

    async def waiting(self, webhook_id: str) -> int:
        """How many."""
        counted = sa.select(sa.func.count()).where(
            _d.webhook_id == webhook_id, _d.state == HookState.WAITING
        )
        return await self._session.scalar(counted) or 0

    async def sweep(self, before: datetime) -> int:
        """Delivered or not."""
        done = await self._session.execute(
            sa.delete(webhook_deliveries).where(_d.created_at < before)
        )
        return int(getattr(done, "rowcount", 0))


def _has(column: sa.ColumnElement[Any], word: str) -> sa.ColumnElement[bool]:
    found = sa.func.lower(sa.cast(column, sa.String()))
    return found.contains(word.lower(), autoescape=True)
