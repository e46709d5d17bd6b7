"""Incentives: promised by marketers, closed when they are over."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.errors import NotFound
from chat_server.domain.ids import new_id
from chat_server.domain.incentive import Incentive, IncentiveKind, IssuedCoupon, Listed, Unit, Uses
from chat_server.domain.ports import Clock, Store
from chat_server.domain.shop import Coupon

from .access import AgentCaller, Permission, require

_MOST = 500


@dataclass(frozen=True)
class Terms:
    """As `Incentive` has them."""

    name: str
    kind: IncentiveKind
    unit: Unit
    value: int
    currency: str
    min_total_cents: int = 0
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    days: int | None = None
    most: int | None = None
    points: int = 0
    reward_unit: Unit | None = None
    reward_value: int | None = None
    bot_offers: bool = False
    campaign_id: str | None = None


@dataclass(frozen=True)
class IncentiveReport:
    """`guarantees` are the newest uses of money-back guarantees, counted by product in `troubled`.

    By incentive: `listed` counts the shop's codes, `published` are those that everybody may know.
    """

    since: datetime
    until: datetime
    counted: list[tuple[Incentive, Uses]]
    guarantees: list[IssuedCoupon]
    troubled: list[tuple[str, int]]
    listed: dict[str, Listed]
    published: dict[str, list[Coupon]]


class Incentives:
    """What is promised cannot be made less; it can be closed."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def all(self, caller: AgentCaller) -> list[Incentive]:
        """Newest first."""
        require(caller, Permission.READ_SHOP)
        async with self._store.read() as tx:
            return await tx.incentives.all()

    async def report(
        self, caller: AgentCaller, since: datetime, until: datetime
    ) -> IncentiveReport:
        """All of them, those without a coupon too, newest first."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            every = await tx.incentives.all()
            uses = {one.incentive_id: one for one in await tx.incentives.uses(since, until)}
            backs = await tx.incentives.guarantees(since, until, _MOST)
            listed = {one.incentive_id: one for one in await tx.incentives.listed(since, until)}
            published: dict[str, list[Coupon]] = {}
            for code in await tx.published_codes.all():
                published.setdefault(code.incentive_id or "", []).append(code)
        none = Uses("", 0, 0, 0, 0, 0, 0, 0)
        products = Counter(one.sku or "" for one in backs)
        return IncentiveReport(
            since,
            until,
            [(one, uses.get(one.id, none)) for one in every],
            backs,
            products.most_common(),
            listed,
            published,
        )

    async def add(self, caller: AgentCaller, terms: Terms) -> Incentive:
        """Raises Invalid for what could not be kept."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            if terms.campaign_id:
                campaign = await tx.campaigns.lock(terms.campaign_id)
                if campaign is None:
                    raise NotFound("There is no such campaign.")
                campaign.require_kept()
            inbox = (await tx.inboxes.all())[0]
            made = Incentive(
                id=new_id(), inbox_id=inbox.id, created_at=self._clock(), **vars(terms)
            )
            made.require_sound()
            tx.add(made)
        return made

    async def change(
        self,
        caller: AgentCaller,
        incentive_id: str,
        *,
        closed: bool | None,
        bot_offers: bool | None,
    ) -> Incentive:
        """Coupons that were given hold as they did."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            found = await tx.incentives.get(incentive_id)
            if found is None:
                raise NotFound("There is no such incentive.")
            if closed is not None:
                found.closed_at = (found.closed_at or self._clock()) if closed else None
            if bot_offers is not None:
                found.bot_offers = bot_offers
        return found
