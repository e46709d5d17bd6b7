"""What came of the offers that the bot and agents made in dialogues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.customers.offer_report import Taken, counted
from chat_server.domain.ports import Store

from .access import AgentCaller, Permission, require


@dataclass(frozen=True)
class OfferReport:
    """Dialogues that began in [since, until); `names` are the products'."""

    since: datetime
    until: datetime
    every: Taken
    by: Mapping[str, Taken]
    why: Mapping[str, Taken]
    products: Mapping[str, Taken]
    names: Mapping[str, str]


class OfferReports:
    """For marketers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def report(self, caller: AgentCaller, since: datetime, until: datetime) -> OfferReport:
        """Counted when asked: whether something was ordered changes by the day."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            lines = await tx.purchases.offers(since, until)
            names = await tx.purchases.names() if lines else {}
        return OfferReport(
            since,
            until,
            counted(lines).get("all", Taken()),
            counted(lines, "by"),
            counted(lines, "why"),
            counted(lines, "sku"),
            names,
        )
