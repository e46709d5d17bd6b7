"""Days and months that are over are counted once, and again when a dialogue of them changes.

What is counted is read by a reader, and written in pieces so small that nobody who writes a message waits for them.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from chat_server.domain.ports import Clock, Pause, Store, Transaction
from chat_server.domain.ports.rollups import CountedDays

# Lines of the log looked at together, and rows written together: a few milliseconds each.
_LINES, _ROWS = 5_000, 200
# Where nobody waits.
_ALL = 50_000
_DAY = timedelta(days=1)


Book: TypeAlias = Callable[[Transaction], CountedDays]
BOOKS: tuple[Book, ...] = (
    lambda tx: tx.rollups,
    lambda tx: tx.credited_days,
    lambda tx: tx.followed_days,
)


class Rollups:
    """All books of counted days."""

    def __init__(self, store: Store, clock: Clock, books: tuple[Book, ...] = BOOKS) -> None:
        self._store = store
        self._clock = clock
        self._books = books

    async def keep_up(self, pause: Pause) -> bool:
        """The next piece of work; whether there may be more."""
        return await self._work(pause, _LINES, _ROWS)

    async def rebuild(self, tell: Callable[[str], None]) -> int:
        """All of them from the beginning; how many spans there are."""
        async with self._store.begin() as tx:
            for book in self._books:
                await book(tx).forget_all()
        made = 0
        while await self._work(_no_pause, _ALL, _ALL):
            made += 1
            tell(f"{made:,} spans counted")
        async with self._store.read() as tx:
            return sum([len(await book(tx).counted()) for book in self._books])

    async def _work(self, pause: Pause, lines: int, together: int) -> bool:
        for book in self._books:
            if await self._read_on(book, lines) or await self._count_one(book, pause, together):
                return True
        return False

    async def _read_on(self, book: Book, lines: int) -> bool:
        """What is told of days that are over makes them be counted again."""
        async with self._store.read() as tx:
            unread = await book(tx).unread(lines)
        if unread is None:
            return False
        async with self._store.begin() as tx:
            await book(tx).take_note(unread)
        return True

    async def _count_one(self, book: Book, pause: Pause, together: int) -> bool:
        async with self._store.read() as tx:
            days = book(tx)
            reached = await days.reached()
            first = await days.first()
            counted = await days.counted()
            today = (self._clock() - days.rests).astimezone(UTC).date()
            span = _next(first.astimezone(UTC).date(), today, counted) if first else None
            if span is None:
                return False
            if _is_month(span):
                rows = await days.of_month(span)
            else:
                since = datetime.fromisoformat(span).replace(tzinfo=UTC)
                rows = await days.of_day(since, since + _DAY)
        async with self._store.begin() as tx:
            await book(tx).clear(span)
        for table, of_table in rows.items():
            for start in range(0, len(of_table), together):
                await pause()
                async with self._store.begin() as tx:
                    await book(tx).put(table, of_table[start : start + together])
        async with self._store.begin() as tx:
            # Where another hub has read on meanwhile, something may have changed that is not in it.
            if await book(tx).reached() == reached:
                await book(tx).finish(span)
        return True


def _next(first: date, today: date, counted: set[str]) -> str | None:
    """The newest day that is over and not counted, or else a month all of whose days are."""
    day = today - _DAY
    while day >= first:
        if day.isoformat() not in counted:
            return day.isoformat()
        day -= _DAY
    months = {_month(first + n * _DAY) for n in range((today - first).days)}
    over = (month for month in sorted(months, reverse=True) if _end(month) < today)
    return next((month for month in over if month not in counted), None)


def _month(day: date) -> str:
    return day.isoformat()[:7]


def _end(month: str) -> date:
    """Its last day."""
    first = date.fromisoformat(f"{month}-01")
    return first.replace(day=monthrange(first.year, first.month)[1])


def _is_month(span: str) -> bool:
    return len(span) == len("2026-11")


async def _no_pause() -> None:
    """Nobody waits."""
