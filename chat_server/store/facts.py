"""The ledger of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.fact import Fact, FactState

from .tables import facts

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.ext.asyncio import AsyncSession

_c = facts.c


class FactRows:
    """See `domain.ports.Facts`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, fact_id: str) -> Fact | None:
        """By id."""
        return await self._session.get(Fact, fact_id)

    async def current(self, contact_id: str) -> list[Fact]:
        """What holds now, oldest first."""
        return list(
            await self._session.scalars(
                sa.select(Fact)
                .where(_c.contact_id == contact_id, _c.state == FactState.CURRENT)
                .order_by(_c.observed_at, _c.id)
            )
        )

    async def holders(self, key: str, contact_ids: Collection[str]) -> set[str]:
        """Those of the contacts of whom a fact with this key holds now."""
        if not contact_ids:
            return set()
        found = sa.select(_c.contact_id).where(
            _c.contact_id.in_(contact_ids), _c.key == key, _c.state == FactState.CURRENT
        )
        return set(await self._session.scalars(found))

    async def forget(self, fact: Fact) -> None:
        """It and every earlier value of the same kind."""
        await self._session.execute(
            sa.delete(facts).where(
                _c.contact_id == fact.contact_id,
                _c.key == fact.key,
                _c.observed_at <= fact.observed_at,
            )
        )
