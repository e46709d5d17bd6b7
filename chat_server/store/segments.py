"""Segments, and who belongs to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import sqlalchemy as sa

from chat_server.domain.segments.rule import Belonging, Group, Member, Segment
from chat_server.domain.shop import OrderStatus

from .members import belongs, looked_at, make_room
from .tables import contacts, orders, response_events, segments

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

_Talked: TypeAlias = "tuple[str | None, int, datetime | None]"
_Bought: TypeAlias = "tuple[int, int, datetime | None]"
_r, _o = response_events.c, orders.c


class SegmentRows:
    """See `domain.ports.Segments`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"

    async def all(self) -> list[Segment]:
        """By name."""
        return list(await self._session.scalars(sa.select(Segment).order_by(segments.c.name)))

    async def get(self, segment_id: str) -> Segment | None:
        """By id."""
        return await self._session.get(Segment, segment_id)

    async def named(self, name: str) -> Segment | None:
        """By name."""
        found = await self._session.scalars(sa.select(Segment).where(segments.c.name == name))
        return found.first()

    async def remove(self, segment: Segment) -> None:
        """It is gone; who belonged stays."""
        await self._session.delete(segment)

    async def contacts(self) -> int:
        """How many there are."""
        return await self._session.scalar(sa.select(sa.func.count()).select_from(contacts)) or 0

    async def count(self, belonging: Belonging) -> int:
        """See `domain.ports.Segments`."""
        rule = belonging.rule
        if isinstance(rule, Group) and rule.how == "none":
            # Those who do not belong are looked up; everybody else would be, too.
            others = Belonging(Group("any", rule.parts), belonging.at)
            return await self.contacts() - await self.count(others)
        await make_room(self._session)
        belong = belongs(belonging, sqlite=self._sqlite)
        found = sa.select(sa.func.count()).select_from(contacts).where(belong)
        return await self._session.scalar(found) or 0

    async def looked_at(self, endings: Collection[str]) -> int:
        """See `domain.ports.Segments`."""
        found = sa.select(sa.func.count()).select_from(contacts).where(looked_at(endings))
        return await self._session.scalar(found) or 0

    async def members(
        self, belonging: Belonging, limit: int, endings: Collection[str] = ()
    ) -> tuple[int, list[Member]]:
        """In one look: who belongs is found by going through everybody, or all who are looked at."""
        among = [belongs(belonging, sqlite=self._sqlite, each=bool(endings))]
        if endings:
            among.insert(0, looked_at(endings))
        else:
            await make_room(self._session)
        columns = (contacts.c.id, contacts.c.external_id, contacts.c.last_seen_at)
        found = sa.select(*columns).where(*among).cte("members").prefix_with("MATERIALIZED")
        count = sa.select(sa.func.count()).select_from(found).scalar_subquery()
        rows = await self._session.execute(
            sa.select(found.c.id, found.c.external_id, count)
            .order_by(found.c.last_seen_at.desc(), found.c.id)
            .limit(limit)
        )
        people, many = [], 0
        for contact_id, external_id, many in rows:  # noqa: B007 - the same in each row
            people.append((contact_id, external_id))
        talked = await self._talked([contact_id for contact_id, _ in people])
        bought = await self._bought([customer for _, customer in people if customer])
        return many, [
            Member(one, *talked.get(one, (None, 0, None)), *bought.get(who or "", (0, 0, None)))
            for one, who in people
        ]

    async def _talked(self, contact_ids: list[str]) -> dict[str, _Talked]:
        found = await self._session.execute(
            sa.select(_r.contact_id, _r.language, _r.opened_at)
            .where(_r.contact_id.in_(contact_ids))
            .order_by(_r.opened_at)
        )
        talked: dict[str, _Talked] = {}
        for contact_id, language, opened_at in found:
            count = talked.get(contact_id, (None, 0, None))[1]
            talked[contact_id] = (language, count + 1, opened_at)
        return talked

    async def _bought(self, customer_ids: list[str]) -> dict[str, _Bought]:
        found = await self._session.execute(
            sa.select(
                _o.customer_id,
                sa.func.count(),
                sa.func.sum(_o.total_cents),
                sa.func.max(_o.placed_at, type_=_o.placed_at.type),
            )
            .where(_o.customer_id.in_(customer_ids), _o.status != OrderStatus.CANCELLED)
            .group_by(_o.customer_id)
        )
        return {row[0]: (row[1], row[2], row[3]) for row in found}
