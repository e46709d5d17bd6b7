"""Codes that everybody may know: published for an incentive, and ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.errors import NotFound
from chat_server.domain.incentive import Incentive, over
from chat_server.domain.ports import Clock, Store
from chat_server.domain.published_code import require_sound
from chat_server.domain.shop import Coupon

from .access import AgentCaller, Permission, require


@dataclass(frozen=True)
class Bounds:
    """How often and when a code can be used; none are the incentive's."""

    most: int | None = None
    per_customer: int | None = 1
    valid_from: datetime | None = None
    valid_until: datetime | None = None


class PublishedCodes:
    """For marketers, as incentives are."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def publish(
        self, caller: AgentCaller, incentive_id: str, code: str, bounds: Bounds
    ) -> tuple[Coupon, Incentive]:
        """Raises Invalid for what could not be used, Conflict for a code that there is."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            incentive = await tx.incentives.get(incentive_id)
            if incentive is None:
                raise NotFound("There is no such incentive.")
            incentive.require_list()
            made = Coupon(
                code=code.strip().upper(),
                kind=incentive.unit,
                value=incentive.value,
                currency=incentive.currency,
                min_total_cents=incentive.min_total_cents,
                incentive_id=incentive.id,
                most=bounds.most,
                per_customer=bounds.per_customer,
                valid_from=bounds.valid_from,
                valid_until=bounds.valid_until or incentive.valid_until,
            )
            require_sound(made, self._clock())
            if await tx.incentives.coupon(made.code) or not await tx.published_codes.add(made):
                raise over("taken", "There is such a code.", "code")
        return made, incentive

    async def change(
        self, caller: AgentCaller, incentive_id: str, code: str, *, closed: bool
    ) -> tuple[Coupon, Incentive]:
        """Ended or opened again; what was used stays used."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            found = await tx.published_codes.get(code)
            incentive = await tx.incentives.get(incentive_id)
            if incentive is None or found is None or found.incentive_id != incentive_id:
                raise NotFound("There is no such code.")
            found.closed_at = (found.closed_at or self._clock()) if closed else None
        return found, incentive
