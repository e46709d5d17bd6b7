"""Orders for the statistics: plain rows, for there may be very many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.customers.purchases import Purchase
from chat_server.domain.events import EventType
from chat_server.domain.shop import OrderStatus

from .offered import offers_made
from .tables import contacts, conversations, events, orders, products

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.customers.offer_report import OfferLine

_o = orders.c
_AT_ONCE = 500


class PurchaseRows:
    """See `domain.ports.Purchases`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def currency(self) -> str | None:
        """The one most orders are in."""
        return await self._session.scalar(
            sa.select(_o.currency).group_by(_o.currency).order_by(sa.func.count().desc()).limit(1)
        )

    async def all(self, currency: str) -> list[Purchase]:
        """All but cancelled ones."""
        found = await self._session.execute(
            sa.select(_o.customer_id, _o.placed_at, _o.total_cents, _o["items"]).where(
                _o.currency == currency, _o.status != OrderStatus.CANCELLED
            )
        )
        return [Purchase(row[0], row[1], row[2], _skus(row[3])) for row in found]

    async def refused(self, contact_id: str, since: datetime) -> frozenset[str]:
        """In their dialogues, which may have been others' before they were joined."""
        found = await self._session.scalars(
            sa.select(events.c.data["sku"].as_string())
            .join(conversations, conversations.c.id == events.c.conversation_id)
            .where(
                conversations.c.contact_id == contact_id,
                events.c.type == EventType.OFFER_DECLINED,
                events.c.at >= since,
            )
        )
        return frozenset(found)

    async def of_customer(self, customer_id: str) -> frozenset[str]:
        """Every product they ever bought."""
        found = await self._session.scalars(
            sa.select(_o["items"]).where(
                _o.customer_id == customer_id, _o.status != OrderStatus.CANCELLED
            )
        )
        return frozenset().union(*(_skus(items) for items in found))

    async def contacts(self, customer_ids: Collection[str]) -> dict[str, str]:
        """Those of the customers who talked with us: their contact's id."""
        known: dict[str, str] = {}
        wanted = sorted(customer_ids)
        for begin in range(0, len(wanted), _AT_ONCE):
            found = await self._session.execute(
                sa.select(contacts.c.external_id, contacts.c.id)
                .where(contacts.c.external_id.in_(wanted[begin : begin + _AT_ONCE]))
                .order_by(contacts.c.last_seen_at)
            )
            known |= {row[0]: row[1] for row in found}
        return known

    async def offers(self, since: datetime, until: datetime) -> list[OfferLine]:
        """See `offered`."""
        sqlite = self._session.get_bind().dialect.name == "sqlite"
        return await offers_made(self._session, since, until, sqlite=sqlite)

    async def names(self) -> dict[str, str]:
        """Of products, by sku."""
        found = await self._session.execute(sa.select(products.c.sku, products.c.name))
        return {row[0]: row[1] for row in found}


def _skus(items: object) -> frozenset[str]:
    lines = items if isinstance(items, list) else []
    return frozenset(str(line["sku"]) for line in lines if isinstance(line, dict) and "sku" in line)
