"""Incentives, their coupons and contacts' points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from chat_server.domain.ids import new_id
from chat_server.domain.incentive import Incentive, IncentiveKind, IssuedCoupon, Listed, Uses
from chat_server.domain.points import PointsLine

from .stale_days import mark_used
from .tables import coupons, incentives, issued_coupons, points, response_events

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.incentive import Redemption

_i, _c, _p = incentives.c, issued_coupons.c, points.c
_FREE = (_c.contact_id.is_(None), _c.redeemed_at.is_(None))
_PIECE = 500


class IncentiveRows:
    """See `domain.ports.Incentives`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, incentive_id: str) -> Incentive | None:
        """By id."""
        return await self._session.get(Incentive, incentive_id)

    async def all(self) -> list[Incentive]:
        """Newest first."""
        found = sa.select(Incentive).order_by(_i.created_at.desc(), _i.id)
        return list(await self._session.scalars(found))

    async def count_one(self, incentive_id: str) -> bool:
        """In one statement, so that the last one is given once; the next reader sees it."""
        counted = await self._session.execute(
            sa.update(incentives)
            .where(_i.id == incentive_id, sa.or_(_i.most.is_(None), _i.minted < _i.most))
            .values(minted=_i.minted + 1)
            .execution_options(synchronize_session=False)
        )
        return _rows(counted) == 1

    async def coupon(self, code: str) -> IssuedCoupon | None:
        """In any case of letters, as of now."""
        found = sa.select(IssuedCoupon).where(_c.code == code.strip().upper())
        return await self._session.scalar(found, execution_options={"populate_existing": True})

    async def held(self, contact_id: str, incentive_id: str) -> list[IssuedCoupon]:
        """Newest first; rewards are no part of it."""
        found = sa.select(IssuedCoupon).where(
            _c.contact_id == contact_id, _c.incentive_id == incentive_id, _c.reward_of.is_(None)
        )
        return list(await self._session.scalars(found.order_by(_c.minted_at.desc(), _c.id.desc())))

    async def of_contact(self, contact_id: str) -> list[IssuedCoupon]:
        """Newest first."""
        found = sa.select(IssuedCoupon).where(_c.contact_id == contact_id)
        return list(await self._session.scalars(found.order_by(_c.minted_at.desc(), _c.id.desc())))

    async def add_codes(
        self, incentive: Incentive, codes: Collection[str], now: datetime
    ) -> set[str]:
        """Of two who add the same at once, one does."""
        dialect = self._session.get_bind().dialect.name
        insert = (sqlite if dialect == "sqlite" else postgresql).insert(issued_coupons)
        added: set[str] = set()
        every = list(codes)
        for start in range(0, len(every), _PIECE):
            rows = [_listed(incentive, code, now) for code in every[start : start + _PIECE]]
            kept = insert.values(rows).on_conflict_do_nothing().returning(_c.code)
            added |= set(await self._session.scalars(kept))
        return added

    async def owners(self, codes: Collection[str]) -> dict[str, str]:
        """In pieces; a code that the shop publishes is everybody's."""
        found: dict[str, str] = {}
        every = list(codes)
        for start in range(0, len(every), _PIECE):
            piece = every[start : start + _PIECE]
            given = sa.select(_c.code, _c.incentive_id).where(_c.code.in_(piece))
            found |= {row[0]: row[1] for row in await self._session.execute(given)}
            published = sa.select(coupons.c.code).where(coupons.c.code.in_(piece))
            found |= dict.fromkeys(await self._session.scalars(published), "")
        return found

    async def next_code(self, incentive_id: str) -> IssuedCoupon | None:
        """Whoever else wants one meanwhile takes the next."""
        free = (_c.incentive_id == incentive_id, *_FREE)
        found = sa.select(IssuedCoupon).where(*free).order_by(_c.minted_at, _c.id).limit(1)
        return await self._session.scalar(
            found.with_for_update(skip_locked=True), execution_options={"populate_existing": True}
        )

    async def has_codes(self, incentive_id: str) -> bool:
        """Any."""
        mine = sa.exists().where(_c.incentive_id == incentive_id, _c.listed_at.is_not(None))
        return bool(await self._session.scalar(sa.select(mine)))

    async def listed(self, since: datetime, until: datetime) -> list[Listed]:
        """In one look."""
        used = sa.and_(
            _c.conversation_id.is_(None), _c.redeemed_at >= since, _c.redeemed_at < until
        )
        found = (
            sa.select(
                _c.incentive_id,
                sa.func.count(_c.listed_at),
                sa.func.count(sa.case((sa.and_(*_FREE), 1))),
                sa.func.count(sa.case((used, 1))),
            )
            .where(sa.or_(_c.listed_at.is_not(None), _c.published.is_not(None)))
            .group_by(_c.incentive_id)
        )
        return [Listed(*row) for row in await self._session.execute(found)]

    async def redeem(
        self, coupon_id: str, use: Redemption, discount_cents: int, now: datetime
    ) -> bool:
        """One statement: of any number at once, one changes the row."""
        changed = await self._session.execute(
            sa.update(issued_coupons)
            .where(_c.id == coupon_id, _c.redeemed_at.is_(None))
            .values(
                redeemed_at=now,
                redeemed_by=use.customer,
                order_number=use.order_number,
                order_total_cents=use.total_cents,
                discount_cents=discount_cents,
                sku=use.sku,
                reason=use.reason,
            )
            .execution_options(synchronize_session=False)
        )
        await mark_used(self._session, coupon_id)
        return _rows(changed) == 1

    async def balance(self, contact_id: str) -> int:
        """The sum of all lines."""
        summed = sa.select(sa.func.coalesce(sa.func.sum(_p.change), 0))
        return await self._session.scalar(summed.where(_p.contact_id == contact_id)) or 0

    async def line(self, line_id: str) -> PointsLine | None:
        """By id."""
        return await self._session.get(PointsLine, line_id)

    async def lines(self, contact_id: str) -> list[PointsLine]:
        """Newest first."""
        found = sa.select(PointsLine).where(_p.contact_id == contact_id)
        return list(await self._session.scalars(found.order_by(_p.at.desc(), _p.id.desc())))

    async def uses(self, since: datetime, until: datetime) -> list[Uses]:
        """By incentive; of dialogues that began in [since, until)."""
        used = _c.redeemed_at.is_not(None)
        found = (
            sa.select(
                _c.incentive_id,
                sa.func.count(),
                sa.func.count(sa.distinct(_c.contact_id)),
                sa.func.count(sa.distinct(_c.conversation_id)),
                sa.func.count(_c.redeemed_at),
                sa.func.count(sa.distinct(sa.case((used, _c.conversation_id)))),
                sa.func.coalesce(sa.func.sum(_c.discount_cents), 0),
                sa.func.coalesce(sa.func.sum(_c.order_total_cents), 0),
            )
            .join(response_events, response_events.c.conversation_id == _c.conversation_id)
            .where(response_events.c.opened_at >= since, response_events.c.opened_at < until)
            .group_by(_c.incentive_id)
        )
        return [Uses(*row) for row in await self._session.execute(found)]

    async def guarantees(self, since: datetime, until: datetime, limit: int) -> list[IssuedCoupon]:
        """Money that was asked back in [since, until), newest first."""
        found = (
            sa.select(IssuedCoupon)
            .join(incentives, _i.id == _c.incentive_id)
            .where(
                _i.kind == IncentiveKind.MONEY_BACK,
                _c.redeemed_at >= since,
                _c.redeemed_at < until,
            )
            .order_by(_c.redeemed_at.desc(), _c.id)
        )
        return list(await self._session.scalars(found.limit(limit)))


def _listed(incentive: Incentive, code: str, now: datetime) -> dict[str, object]:
    return {
        "id": new_id(),
        "code": code,
        "incentive_id": incentive.id,
        "minted_at": now,
        "minted_by_kind": "shop",
        "valid_from": now,
        "valid_until": incentive.valid_until,
        "listed_at": now,
    }


def _rows(result: Any) -> int:
    return int(getattr(result, "rowcount", 0))
