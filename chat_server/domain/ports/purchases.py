"""Orders for the statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from chat_server.domain.customers.offer_report import OfferLine
    from chat_server.domain.customers.purchases import Purchase


class Purchases(Protocol):
    """Of the shop's main currency; cancelled orders are none."""

    async def currency(self) -> str | None:
        """The one most orders are in; None without orders."""

    async def all(self, currency: str) -> list[Purchase]: ...
    async def refused(self, contact_id: str, since: datetime) -> frozenset[str]:
        """Products that they said "not now" to."""

    async def of_customer(self, customer_id: str) -> frozenset[str]:
        """Products they bought."""

    async def contacts(self, customer_ids: Collection[str]) -> dict[str, str]:
        """Contacts by the customer they are."""

    async def offers(self, since: datetime, until: datetime) -> list[OfferLine]:
        """Made in dialogues that began in [since, until)."""

    async def names(self) -> dict[str, str]:
        """Products' names by sku."""
