"""Campaigns and response elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.campaigns.campaign import Campaign
from chat_server.domain.element import Element
from chat_server.domain.ports.arrivals import Followed

from .followed import bought, coupons_given, followed_by
from .newest import newest_first
from .tables import campaigns, elements, response_events

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports import Slice

_r = response_events.c


class ElementRows:
    """See `domain.ports.Elements`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, code: str) -> Element | None:
        """By its code."""
        return await self._session.get(Element, code)

    async def all(self) -> list[Element]:
        """Newest first."""
        return list(
            await self._session.scalars(
                sa.select(Element).order_by(elements.c.created_at.desc(), elements.c.code)
            )
        )

    async def spoken(self, codes: Collection[str]) -> list[Element]:
        """However they are written."""
        wanted = sa.func.lower(elements.c.code).in_([code.lower() for code in codes])
        return list(await self._session.scalars(sa.select(Element).where(wanted)))

    async def campaigns(self) -> list[Campaign]:
        """Newest first."""
        return list(
            await self._session.scalars(
                sa.select(Campaign).order_by(campaigns.c.created_at.desc(), campaigns.c.id)
            )
        )

    async def campaigns_of(self, piece: Slice) -> list[Campaign]:
        """See `domain.ports.Elements`."""
        asked = newest_first(sa.select(Campaign), piece, campaigns.c.created_at, campaigns.c.id)
        return list(await self._session.scalars(asked))

    async def in_campaigns(self, campaign_ids: Collection[str]) -> list[Element]:
        """See `domain.ports.Elements`."""
        wanted = elements.c.campaign_id.in_(campaign_ids)
        return list(await self._session.scalars(sa.select(Element).where(wanted)))

    async def followed(
        self, campaign_ids: Collection[str], since: datetime, until: datetime
    ) -> dict[str, Followed]:
        """See `domain.ports.Elements`."""
        sqlite = self._session.get_bind().dialect.name == "sqlite"
        order, coupon = bought(since, until), coupons_given(since)
        of = (_r.campaign, _r.conversation_id)
        theirs = sa.and_(_r.campaign.in_(campaign_ids), _r.opened_at >= since, _r.opened_at < until)
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
        asked = sa.select(campaign, *(sa.func.sum(one) for one in happened)).group_by(campaign)
        rows = await self._session.execute(asked)
        return {row[0]: Followed(*map(int, row[1:])) for row in rows}

    async def campaign(self, campaign_id: str) -> Campaign | None:
        """By id."""
        return await self._session.get(Campaign, campaign_id)
