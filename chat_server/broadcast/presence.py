"""Which agents have a console open here; one without any is offline after a while."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

GRACE = 15.0
T = TypeVar("T", bound=Hashable)


class Presence(Generic[T]):
    """`gone` is called once the last console has been closed for the grace period, as after a reload it is not."""

    def __init__(self, gone: Callable[[T], Awaitable[None]], grace: float = GRACE) -> None:
        self._gone = gone
        self._grace = grace
        self._open: Counter[T] = Counter()
        self._leaving: dict[T, asyncio.Task[None]] = {}

    def came(self, who: T) -> None:
        """A console was opened."""
        self._open[who] += 1
        leaving = self._leaving.pop(who, None)
        if leaving is not None:
            leaving.cancel()

    def left(self, who: T) -> None:
        """A console was closed."""
        self._open[who] -= 1
        if self._open[who] <= 0:
            del self._open[who]
            self._leaving[who] = asyncio.create_task(self._leave(who))

    async def stop(self) -> None:
        """Nobody is declared gone because we are."""
        for task in self._leaving.values():
            task.cancel()
        self._leaving.clear()

    async def _leave(self, who: T) -> None:
        await asyncio.sleep(self._grace)
        self._leaving.pop(who, None)
        await self._gone(who)
