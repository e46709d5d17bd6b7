"""What the memory page compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.lift.comparison import ARMS, Outcome
from chat_server.domain.shop import OrderStatus

from .filters import conditions
from .tables import contacts, conversations, orders, response_events

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports import DialogueFilter

_r = response_events.c


class ReportRows:
    """See `domain.ports.Reports`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"

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
