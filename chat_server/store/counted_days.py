"""Books of days and months that are over and counted: what all of them do alike."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

import sqlalchemy as sa

from chat_server.domain.ports.rollups import Unread

from .rolling import Counting
from .tables import rollups as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.ext.asyncio import AsyncSession


class CountedDays:
    """See `domain.ports.CountedDays`; `rolled` are the tables with its counts, `spans` the one that says which hold."""

    rolled: ClassVar[tuple[sa.Table, ...]]
    spans: ClassVar[sa.Table]
    rests = timedelta(0)

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"
        self._counting = Counting(sqlite=self._sqlite)

    async def counted(self) -> set[str]:
        """See `domain.ports.CountedDays`."""
        return set(await self._session.scalars(sa.select(self.spans.c.span).where(self._mine())))

    async def forget(self, days: Iterable[str]) -> None:
        """See `domain.ports.CountedDays`."""
        names = {name for day in days for name in (day, day[:7])}
        if names:
            gone = sa.delete(self.spans).where(self._mine(), self.spans.c.span.in_(names))
            await self._session.execute(gone)

    async def of_month(self, month: str) -> dict[str, list[dict[str, object]]]:
        """See `domain.ports.CountedDays`."""
        made: dict[str, list[dict[str, object]]] = {}
        for table in self.rolled:
            keys = [c for c in table.primary_key if c.name != "span"]
            sums = [sa.func.sum(c) for c in table.c if not c.primary_key]
            names = [*(c.name for c in keys), *(c.name for c in table.c if not c.primary_key)]
            asked = sa.select(*keys, *sums).where(
                table.c.span > month, table.c.span < f"{month}-99"
            )
            rows = await self._session.execute(asked.group_by(*keys))
            made[table.name] = [
                {"span": month, **{n: whole(v) for n, v in zip(names, row, strict=True)}}
                for row in rows
            ]
        return made

    async def put(self, table: str, rows: Sequence[dict[str, object]]) -> None:
        """See `domain.ports.CountedDays`."""
        if rows:
            into = next(one for one in self.rolled if one.name == table)
            await self._session.execute(sa.insert(into), rows)

    async def clear(self, span: str) -> None:
        """See `domain.ports.CountedDays`."""
        for table in self.rolled:
            await self._session.execute(sa.delete(table).where(table.c.span == span))
        holding = sa.delete(self.spans).where(self._mine(), self.spans.c.span == span)
        await self._session.execute(holding)

    async def forget_all(self) -> None:
        """See `domain.ports.CountedDays`."""
        for table in self.rolled:
            await self._session.execute(sa.delete(table))
        await self._session.execute(sa.delete(self.spans).where(self._mine()))

    def _mine(self) -> sa.ColumnElement[bool]:
        return sa.true()


class Book(CountedDays):
    """One whose changed days are marked by whoever changes them; see `stale_days`."""

    name: ClassVar[str]
    spans = t.rollup_book_spans

    async def reached(self) -> int:
        """See `domain.ports.CountedDays`."""
        asked = sa.select(t.rollup_noted.c.times).where(t.rollup_noted.c.book == self.name)
        return await self._session.scalar(asked) or 0

    async def unread(self, most: int) -> Unread | None:
        """See `domain.ports.CountedDays`."""
        rows = t.rollup_stale.c
        asked = sa.select(rows.position).where(rows.book == self.name).order_by(rows.position)
        found = tuple(await self._session.scalars(asked.limit(most)))
        return Unread(found[-1]) if found else None

    async def take_note(self, unread: Unread) -> None:
        """Those that came meanwhile below it, too: they are committed."""
        rows = t.rollup_stale.c
        here = sa.and_(rows.book == self.name, rows.position <= unread.position)
        gone = await self._session.execute(
            sa.delete(t.rollup_stale).where(here).returning(rows.day)
        )
        await self.forget({row[0] for row in gone})
        times = await self.reached()
        noted = t.rollup_noted
        await self._session.execute(sa.delete(noted).where(noted.c.book == self.name))
        await self._session.execute(sa.insert(noted).values(book=self.name, times=times + 1))

    async def finish(self, span: str) -> None:
        """See `domain.ports.CountedDays`."""
        await self._session.execute(sa.insert(self.spans).values(book=self.name, span=span))

    async def holding(self) -> set[str]:
        """Spans that are counted and of which nothing was changed since."""
        rows = t.rollup_stale.c
        stale = sa.select(rows.day).where(rows.book == self.name).distinct()
        changed = set(await self._session.scalars(stale))
        return await self.counted() - changed - {day[:7] for day in changed}

    def _mine(self) -> sa.ColumnElement[bool]:
        return self.spans.c.book == self.name


def whole(value: object) -> object:
    """Sums of PostgreSQL are decimals."""
    return value if isinstance(value, str) else int(value)  # type: ignore[call-overload]
