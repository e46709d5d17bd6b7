"""Days and months that are over are counted once, and again when a dialogue of them changes.

What is counted is read by a reader, and written in pieces so small that nobody who writes a message waits for them.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from chat_server.domain.ports import Clock, Pause, Store

# Lines of the log looked at together, and rows written together: a few milliseconds each.
_LINES, _ROWS = 5_000, 200
# Where nobody waits.
_ALL = 50_000
_DAY = timedelta(days=1)


class Rollups:
    """Of all dialogues."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def keep_up(self, pause: Pause) -> bool:
        """The next piece of work; whether there may be more."""
        return await self._read_on(_LINES) or await self._count_one(pause, _ROWS)

    async def rebuild(self, tell: Callable[[str], None]) -> int:
        """All of them from the beginning; how many spans there are."""
        async with self._store.begin() as tx:
            await tx.rollups.forget_all()
        made = 0
        while await self._read_on(_ALL) or await self._count_one(_no_pause, _ALL):
            made += 1
            tell(f"{made:,} spans counted")
        async with self._store.read() as tx:
            return len(await tx.rollups.counted())

    async def _read_on(self, lines: int) -> bool:
        """What the log tells of days that are over makes them be counted again."""
        async with self._store.read() as tx:
            reached = await tx.rollups.reached()
            head = await tx.log.head(reached, lines)
            changed = await tx.rollups.changed(reached, head) if head > reached else set()
        if head <= reached:
            return False
        async with self._store.begin() as tx:
            await tx.rollups.advance(head, changed)
        return True

    async def _count_one(self, pause: Pause, together: int) -> bool:
        async with self._store.read() as tx:
            reached = await tx.rollups.reached()
            first = await tx.rollups.first()
            counted = await tx.rollups.counted()
            span = _next(first.astimezone(UTC).date(), self._today(), counted) if first else None
            if span is None:
                return False
            if _is_month(span):
                rows = await tx.rollups.of_month(span)
            else:
                since = datetime.fromisoformat(span).replace(tzinfo=UTC)
                rows = await tx.rollups.of_day(since, since + _DAY)
        async with self._store.begin() as tx:
            await tx.rollups.clear(span)
        for table, of_table in rows.items():
            for start in range(0, len(of_table), together):
                await pause()
                async with self._store.begin() as tx:
                    await tx.rollups.put(table, of_table[start : start + together])
        async with self._store.begin() as tx:
            # Where another hub has read on meanwhile, something may have changed that is not in it.
            if await tx.rollups.reached() == reached:
                await tx.rollups.finish(span)
        return True

    def _today(self) -> date:
        return self._clock().astimezone(UTC).date()


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
