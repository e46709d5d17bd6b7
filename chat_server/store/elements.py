"""Campaigns and response elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.campaigns.campaign import Campaign
from chat_server.domain.element import Element

from .newest import newest_first
from .tables import campaigns, elements

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports import Slice


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

    async def campaign(self, campaign_id: str) -> Campaign | None:
        """By id."""
        return await self._session.get(Campaign, campaign_id)
