"""Orders that elements are owed, from what was counted of days that are over, and from rows where nothing was."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, ClassVar

import sqlalchemy as sa

from chat_server.domain.credit import DAYS, WHICH, Crediting, Owed, chained
from chat_server.domain.tally import cover
from chat_server.domain.touch import TouchStep

from .counted_days import Book
from .credited import buyers, owed, won, won_by_each
from .many import batched
from .stale_days import CREDITS
from .tables import elements, response_events, touches
from .tables import rollups as t

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from chat_server.domain.credit import Which
    from chat_server.domain.tally import Cover

    from .rolling import Part

_PEOPLE = 500


class CreditedDayRows(Book):
    """See `domain.ports.CreditedDays`; of the usual window, others are counted from rows."""

    name = CREDITS
    rolled: ClassVar[tuple[sa.Table, ...]] = (t.rollup_credits,)
    # What was met a moment before midnight is written after it, and is told by no mark.
    rests = timedelta(hours=1)

    async def owed(
        self, days: int, since: datetime, until: datetime
    ) -> dict[Which, dict[str, tuple[int, int]]]:
        """See `domain.ports.CreditedDays`."""
        counted = await self._of_counted_days(days, since, until)
        return counted if counted is not None else await self._by_rows(days, since, until)

    async def owed_to(
        self, element: str, days: int, since: datetime, until: datetime
    ) -> dict[Which, tuple[int, int]]:
        """See `domain.ports.CreditedDays`."""
        counted = await self._of_counted_days(days, since, until)
        if counted is not None:
            return {which: counted[which].get(element, (0, 0)) for which in WHICH}
        made: dict[Which, tuple[int, int]] = {}
        for which in WHICH:
            by = Crediting(which, element, days)
            orders = won(by, since, until, sqlite=self._sqlite).subquery("won")
            people = sa.func.count(sa.distinct(orders.c.contact_id))
            asked = sa.select(sa.func.count(), people).select_from(orders)
            row = (await self._session.execute(asked)).one()
            made[which] = row[0], row[1]
        return made

    async def _of_counted_days(
        self, days: int, since: datetime, until: datetime
    ) -> dict[Which, dict[str, tuple[int, int]]] | None:
        """None where rows are to be asked."""
        if days != DAYS:
            return None
        found = cover(since, until, await self.holding(), await self.first())
        if not found.is_mostly_counted:
            return None
        orders, people = await self._sums(found, since)
        for part in found.raw:
            async for which, one, before in self._links(part):
                orders[which, one.element] += 1
                people[which, one.element] += before is None or before < since
        made: dict[Which, dict[str, tuple[int, int]]] = defaultdict(dict)
        for (which, element), n in orders.items():
            made[which][element] = n, people[which, element]
        return {which: made[which] for which in WHICH}

    async def first(self) -> datetime | None:
        """When the first element was met: one look at an index for each."""
        by_step = [
            sa.select(sa.func.min(touches.c.at, type_=touches.c.at.type))
            .where(touches.c.element_code == elements.c.code, touches.c.step == step)
            .correlate(elements)
            .scalar_subquery()
            for step in (TouchStep.SHOWN, TouchStep.SEEN, TouchStep.NAMED)
        ]
        met = [
            moment
            for row in await self._session.execute(sa.select(*by_step))
            for moment in row
            if moment is not None
        ]
        opened = await self._session.scalar(sa.select(sa.func.min(response_events.c.opened_at)))
        return min([*met, *([opened] if opened is not None else [])], default=None)

    async def of_day(self, since: datetime, until: datetime) -> dict[str, list[dict[str, object]]]:
        """See `domain.ports.CountedDays`."""
        made: Counter[tuple[str, str, str]] = Counter()
        async for which, one, before in self._links((since, until)):
            made[
                which, one.element, before.astimezone(UTC).date().isoformat() if before else ""
            ] += 1
        span = since.date().isoformat()
        rows: list[dict[str, object]] = [
            {"span": span, "which": which, "element": element, "before": before, "n": n}
            for (which, element, before), n in made.items()
        ]
        return {"rollup_credits": rows}

    async def _links(self, part: Part) -> AsyncIterator[tuple[Which, Owed, datetime | None]]:
        """Every order of the part by whom it is owed to, with the person's one before of any time."""
        since, until = part
        people = list(await self._session.scalars(buyers(since, until)))
        for piece in batched(people, _PEOPLE):
            for which in WHICH:
                asked = owed(which, DAYS, until, piece, sqlite=self._sqlite)
                rows = await self._session.execute(asked)
                for one, before in chained((Owed(*row) for row in rows), since):
                    yield which, one, before

    async def _sums(
        self, found: Cover, since: datetime
    ) -> tuple[Counter[tuple[Which, str]], Counter[tuple[Which, str]]]:
        rows = t.rollup_credits.c
        new = sa.case((rows.before < since.date().isoformat(), rows.n), else_=0)
        asked = (
            sa.select(rows.which, rows.element, sa.func.sum(rows.n), sa.func.sum(new))
            .where(rows.span.in_(found.spans))
            .group_by(rows.which, rows.element)
        )
        orders, people = Counter[tuple["Which", str]](), Counter[tuple["Which", str]]()
        for which, element, n, fresh in await self._session.execute(asked):
            orders[which, element], people[which, element] = int(n), int(fresh)
        return orders, people

    async def _by_rows(
        self, days: int, since: datetime, until: datetime
    ) -> dict[Which, dict[str, tuple[int, int]]]:
        made: dict[Which, dict[str, tuple[int, int]]] = {}
        for which in WHICH:
            asked = won_by_each(which, days, since, until, sqlite=self._sqlite)
            made[which] = {row[0]: (row[1], row[2]) for row in await self._session.execute(asked)}
        return made
