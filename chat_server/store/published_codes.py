"""Codes that everybody may know, and who used them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from chat_server.domain.incentive import IssuedCoupon
from chat_server.domain.shop import Coupon

from .tables import coupons, issued_coupons

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.ext.asyncio import AsyncSession

_p, _c = coupons.c, issued_coupons.c


class PublishedCodeRows:
    """See `domain.ports.PublishedCodes`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, code: Coupon) -> bool:
        """Of two who publish the same at once, one does; the hub's own that nobody could use gives way."""
        dialect = self._session.get_bind().dialect.name
        insert = (sqlite if dialect == "sqlite" else postgresql).insert(coupons)
        values = vars(code).copy()
        values.pop("_sa_instance_state", None)
        made = insert.values(values).on_conflict_do_update(
            index_elements=[_p.code], set_=values, where=_p.incentive_id.is_(None)
        )
        return bool(await self._session.scalar(made.returning(_p.code)))

    async def get(self, code: str) -> Coupon | None:
        """As of now, in any case of letters; until the commit nobody else gets it to change."""
        found = sa.select(Coupon).where(_p.code == code.strip().upper())
        return await self._session.scalar(
            found.with_for_update(), execution_options={"populate_existing": True}
        )

    async def all(self) -> list[Coupon]:
        """By incentive and code."""
        found = sa.select(Coupon).where(_p.incentive_id.is_not(None))
        return list(await self._session.scalars(found.order_by(_p.incentive_id, _p.code)))

    async def use_for(self, code: str, order_number: str) -> IssuedCoupon | None:
        """One order uses it once."""
        found = sa.select(IssuedCoupon).where(_c.published == code, _c.order_number == order_number)
        return await self._session.scalar(found.limit(1))

    async def uses_of(self, code: str, contact_id: str | None, customers: Collection[str]) -> int:
        """By whichever of their names they were known."""
        theirs: sa.ColumnElement[bool] = _c.redeemed_by.in_(customers)
        if contact_id is not None:
            theirs = sa.or_(theirs, _c.contact_id == contact_id)
        counted = sa.select(sa.func.count()).where(_c.published == code, theirs)
        return await self._session.scalar(counted) or 0
