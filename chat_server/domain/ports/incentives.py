"""What is promised to customers, and what they made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from chat_server.domain.incentive import Incentive, IssuedCoupon, Listed, Redemption, Uses
    from chat_server.domain.points import PointsLine
    from chat_server.domain.shop import Coupon


class PublishedCodes(Protocol):
    """Codes that everybody may know."""

    async def add(self, code: Coupon) -> bool:
        """False where an incentive has it."""

    async def get(self, code: str) -> Coupon | None:
        """Whoever else wants it waits for the commit."""

    async def all(self) -> list[Coupon]:
        """Those of incentives."""

    async def use_for(self, code: str, order_number: str) -> IssuedCoupon | None: ...
    async def uses_of(self, code: str, contact_id: str | None, customers: Collection[str]) -> int:
        """How often this person used it, as contact or as the shop's customer."""


class Incentives(Protocol):
    """Incentives, their coupons and contacts' points."""

    async def get(self, incentive_id: str) -> Incentive | None: ...
    async def all(self) -> list[Incentive]: ...
    async def count_one(self, incentive_id: str) -> bool:
        """One more coupon of it; False when it has no more."""

    async def coupon(self, code: str) -> IssuedCoupon | None: ...
    async def held(self, contact_id: str, incentive_id: str) -> list[IssuedCoupon]:
        """All that a contact got of it, used or not; newest first."""

    async def of_contact(self, contact_id: str) -> list[IssuedCoupon]: ...
    async def add_codes(
        self, incentive: Incentive, codes: Collection[str], now: datetime
    ) -> set[str]:
        """Codes of the shop's that nobody has; those among them that are new."""

    async def owners(self, codes: Collection[str]) -> dict[str, str]:
        """Whose codes they are: incentives by code, of those that there are; none for one that the shop publishes."""

    async def next_code(self, incentive_id: str) -> IssuedCoupon | None:
        """One of the shop's that nobody has and nobody else takes until the commit."""

    async def has_codes(self, incentive_id: str) -> bool:
        """Whether the shop made codes for it."""

    async def listed(self, since: datetime, until: datetime) -> list[Listed]:
        """Of incentives that the shop made codes for; used apart in [since, until)."""

    async def redeem(
        self, coupon_id: str, use: Redemption, discount_cents: int, now: datetime
    ) -> bool:
        """Whether this was the first time."""

    async def uses(self, since: datetime, until: datetime) -> list[Uses]:
        """Of coupons given in dialogues that began in [since, until)."""

    async def guarantees(self, since: datetime, until: datetime, limit: int) -> list[IssuedCoupon]:
        """Money-back guarantees used in [since, until), newest first."""

    async def balance(self, contact_id: str) -> int: ...
    async def line(self, line_id: str) -> PointsLine | None: ...
    async def lines(self, contact_id: str) -> list[PointsLine]: ...
