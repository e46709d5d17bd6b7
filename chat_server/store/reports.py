"""Counts for the overview."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.events import EventType
from chat_server.domain.lift.comparison import ARMS, Outcome
from chat_server.domain.shop import OrderStatus

from .filters import conditions
from .mapping import ResponseEventRow
from .tables import contacts, conversations, elements, events, orders, response_events

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports import DialogueFilter
    from chat_server.domain.response_event import ResponseEvent

_r = response_events.c


class ReportRows:
    """See `domain.ports.Reports`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"

    async def dialogues(self, wanted: DialogueFilter) -> list[ResponseEvent]:
        """Oldest first."""
        found = (
            sa.select(ResponseEventRow)
            .outerjoin(conversations, conversations.c.id == response_events.c.conversation_id)
            .where(*conditions(wanted, sqlite=self._sqlite))
            .order_by(response_events.c.opened_at, response_events.c.conversation_id)
        )
        return list(await self._session.scalars(found))

    async def returning_contacts(self, wanted: DialogueFilter) -> int:
        """Contacts of the period with a dialogue that had an earlier one."""
        found = (
            sa.select(sa.func.count(sa.distinct(response_events.c.contact_id)))
            .outerjoin(conversations, conversations.c.id == response_events.c.conversation_id)
            .where(*conditions(replace(wanted, outcome="returning"), sqlite=self._sqlite))
        )
        return await self._session.scalar(found) or 0

    async def outcomes(self, wanted: DialogueFilter) -> list[Outcome]:
        """Of those that began in an arm; plain rows, for there may be very many."""
        found = (
            sa.select(
                _r.contact_id,
                _r.memory_arm,
                _r.memory_share,
                _r.opened_at,
                _r.resolved_at.is_not(None),
                _r.handoffs > 0,
                _r.asked_again > 0,
                sa.false(),
                _r.rating,
            )
            .outerjoin(conversations, conversations.c.id == _r.conversation_id)
            .where(_r.memory_arm.in_(ARMS), *conditions(wanted, sqlite=self._sqlite))
        )
        return [Outcome(*row) for row in await self._session.execute(found)]

    async def orders_of_arms(self, since: datetime, until: datetime) -> list[tuple[str, datetime]]:
        """By the customer that a signed identity proved them to be."""
        in_arms = sa.select(_r.contact_id).where(
            _r.memory_arm.in_(ARMS), _r.opened_at >= since, _r.opened_at < until
        )
        found = (
            sa.select(contacts.c.id, orders.c.placed_at)
            .join(orders, orders.c.customer_id == contacts.c.external_id)
            .where(
                orders.c.placed_at >= since,
                orders.c.status != OrderStatus.CANCELLED,
                contacts.c.id.in_(in_arms),
            )
        )
        return [(row[0], row[1]) for row in await self._session.execute(found)]

    async def element_counts(self) -> dict[str, tuple[int, int]]:
        """Opened and dialogues, by code."""
        code = events.c.data["element"].as_string()
        opened = await self._counts(
            sa.select(code, sa.func.count())
            .where(events.c.type == EventType.ELEMENT_OPENED)
            .group_by(code)
        )
        begun = await self._counts(
            sa.select(response_events.c.element, sa.func.count())
            .where(response_events.c.element.is_not(None))
            .group_by(response_events.c.element)
        )
        codes = await self._session.scalars(sa.select(elements.c.code))
        return {name: (opened.get(name, 0), begun.get(name, 0)) for name in codes}

    async def _counts(self, query: sa.Select[str, int]) -> dict[str, int]:
        return {row[0]: row[1] for row in await self._session.execute(query)}
