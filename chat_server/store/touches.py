"""Who met which response element, and how far they came."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from chat_server.domain.funnel import Reached
from chat_server.domain.touch import TouchStep

from .credited import behind
from .followed import given, ordered
from .tables import response_events, touches

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.credit import Crediting
    from chat_server.domain.funnel import StepName
    from chat_server.domain.touch import Touch

_t, _r = touches.c, response_events.c
_SEEN = (TouchStep.SEEN, TouchStep.NAMED)
_SHOWN = (TouchStep.SHOWN, *_SEEN)


class TouchRows:
    """See `domain.ports.Touches`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"

    async def add(self, touch: Touch) -> bool:
        """One statement, so that two at once are one."""
        insert = (sqlite if self._sqlite else postgresql).insert(touches)
        statement = insert.values(asdict(touch)).on_conflict_do_nothing().returning(_t.id)
        return await self._session.scalar(statement) is not None

    async def reached(self, code: str, since: datetime, until: datetime) -> dict[StepName, Reached]:
        """One look at each index."""
        brought = (_r.element == code, _r.opened_at >= since, _r.opened_at < until)
        found: dict[StepName, Reached] = {
            "opened": Reached(await self._browsers(TouchStep.OPENED, code, since, until)),
            "shown": Reached(await self._contacts(_SHOWN, code, since, until)),
            "seen": Reached(await self._contacts(_SEEN, code, since, until)),
            "dialogue": await self._dialogues(*brought),
            "handoff": await self._dialogues(*brought, _r.handoffs > 0),
            "coupon": await self._dialogues(*brought, given()),
            "order": await self._dialogues(*brought, ordered(sqlite=self._sqlite)),
        }
        return found

    async def robots(self, code: str, since: datetime, until: datetime) -> int:
        """Once each."""
        return await self._browsers(TouchStep.ROBOT, code, since, until)

    async def dialogues_before(self, by: Crediting, since: datetime, until: datetime) -> int:
        """See `domain.ports.Touches`."""
        dialogues = behind(by, since, until, sqlite=self._sqlite).subquery("behind")
        had = await self._session.scalar(sa.select(sa.func.count()).select_from(dialogues))
        return had or 0

    async def _browsers(self, step: TouchStep, code: str, since: datetime, until: datetime) -> int:
        counted = sa.select(sa.func.count(sa.distinct(_t.person))).where(
            *_met((step,), code, since, until)
        )
        return await self._session.scalar(counted) or 0

    async def _contacts(
        self, steps: tuple[TouchStep, ...], code: str, since: datetime, until: datetime
    ) -> int:
        """Who talked has seen it, whether or not we were told."""
        met = sa.select(_t.contact_id).where(*_met(steps, code, since, until))
        talked = sa.select(_r.contact_id).where(
            _r.element == code, _r.opened_at >= since, _r.opened_at < until
        )
        both = sa.union(met, talked).subquery()
        return await self._session.scalar(sa.select(sa.func.count()).select_from(both)) or 0

    async def _dialogues(self, *which: sa.ColumnElement[bool]) -> Reached:
        counted = sa.select(sa.func.count(sa.distinct(_r.contact_id)), sa.func.count())
        row = (await self._session.execute(counted.where(*which))).one()
        return Reached(row[0], row[1])


def _met(
    steps: tuple[TouchStep, ...], code: str, since: datetime, until: datetime
) -> tuple[sa.ColumnElement[bool], ...]:
    return _t.element_code == code, _t.step.in_(steps), _t.at >= since, _t.at < until
