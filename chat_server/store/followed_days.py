"""What followed dialogues of campaigns, from what was counted of days that are over, and from rows where nothing was."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

import sqlalchemy as sa

from chat_server.domain.ports.arrivals import Followed
from chat_server.domain.tally import cover

from .counted_days import Book
from .followed import ORDER_WITHIN_DAYS, bought, coupons_given, followed_by
from .stale_days import FOLLOWED
from .tables import response_events
from .tables import rollups as t

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

_r = response_events.c
# Each is counted by itself from rows; many are counted quicker as one.
_PARTS = 4


class FollowedDayRows(Book):
    """See `domain.ports.FollowedDays`."""

    name = FOLLOWED
    rolled: ClassVar[tuple[sa.Table, ...]] = (t.rollup_followed,)
    # As long as orders come that follow its dialogues.
    rests = timedelta(days=ORDER_WITHIN_DAYS, hours=1)

    async def followed(
        self, campaign_ids: Collection[str], since: datetime, until: datetime
    ) -> dict[str, Followed]:
        """See `domain.ports.FollowedDays`."""
        found = cover(since, until, await self.holding(), await self.first())
        parts = found.raw
        if not found.is_mostly_counted or len(parts) > _PARTS:
            return await self._of_rows(campaign_ids, since, until)
        rows = t.rollup_followed.c
        sums = [sa.func.sum(rows[name]) for name in t.FOLLOWED_COUNTED]
        here = rows.span.in_(found.spans), rows.campaign.in_(campaign_ids)
        asked = sa.select(rows.campaign, *sums).where(*here).group_by(rows.campaign)
        made: dict[str, Counter[str]] = {}
        for campaign, *counts in await self._session.execute(asked):
            made[campaign] = Counter(dict(zip(t.FOLLOWED_COUNTED, map(int, counts), strict=True)))
        for part in parts:
            for campaign, of in (await self._of_rows(campaign_ids, *part)).items():
                made.setdefault(campaign, Counter()).update(_counts(of))
        return {campaign: Followed(**counts) for campaign, counts in made.items()}

    async def first(self) -> datetime | None:
        """The first dialogue."""
        at = _r.opened_at
        found: datetime | None = await self._session.scalar(
            sa.select(sa.func.min(at, type_=at.type))
        )
        return found

    async def of_day(self, since: datetime, until: datetime) -> dict[str, list[dict[str, object]]]:
        """See `domain.ports.CountedDays`."""
        span = since.date().isoformat()
        rows: list[dict[str, object]] = [
            {"span": span, "campaign": campaign, **_counts(of)}
            for campaign, of in (await self._of_rows(None, since, until)).items()
        ]
        return {"rollup_followed": rows}

    async def _of_rows(
        self, campaign_ids: Collection[str] | None, since: datetime, until: datetime
    ) -> dict[str, Followed]:
        rows = await self._session.execute(
            by_campaign(campaign_ids, since, until, sqlite=self._sqlite)
        )
        return {row[0]: Followed(*map(int, row[1:])) for row in rows}


def by_campaign(
    campaign_ids: Collection[str] | None, since: datetime, until: datetime, *, sqlite: bool
) -> sa.Select[Any]:
    """Of these campaigns, or of all: dialogues of [since, until) with a coupon, with a used one, and with an order after them."""
    order, coupon = bought(since, until), coupons_given(since)
    of = (_r.campaign, _r.conversation_id)
    which = _r.campaign.is_not(None) if campaign_ids is None else _r.campaign.in_(campaign_ids)
    theirs = sa.and_(which, _r.opened_at >= since, _r.opened_at < until)
    by_order = sa.select(
        *of,
        sa.literal(0).label("given"),
        sa.literal(0).label("used"),
        sa.literal(1).label("bought"),
    ).join_from(order, response_events, _r.contact_id == order.c.contact_id)
    by_coupon = sa.select(*of, sa.literal(1), coupon.c.used, coupon.c.bought).join_from(
        coupon, response_events, _r.conversation_id == coupon.c.conversation_id
    )
    outcomes = sa.union_all(
        by_order.where(theirs, followed_by(order, sqlite=sqlite)), by_coupon.where(theirs)
    ).subquery()
    campaign, dialogue, *happened = outcomes.c
    each = sa.select(campaign, *(sa.func.max(one) for one in happened))
    dialogues = each.group_by(campaign, dialogue).subquery()
    campaign, *happened = dialogues.c
    return sa.select(campaign, *(sa.func.sum(one) for one in happened)).group_by(campaign)


def _counts(of: Followed) -> dict[str, int]:
    return {name: getattr(of, name) for name in t.FOLLOWED_COUNTED}
