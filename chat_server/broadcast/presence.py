"""Which agents have a console open here; one without any is offline after a while."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable

GRACE = 15.0


class Presence:
    """Counts consoles by agent id.

    `gone` is called once an agent has had none for the grace period, which a reload does not last.
    """

    def __init__(self, gone: Callable[[str], Awaitable[None]], grace: float = GRACE) -> None:
        self._gone = gone
        self._grace = grace
        self._open: Counter[str] = Counter()
        self._leaving: dict[str, asyncio.Task[None]] = {}

    def expect(self, agent_id: str) -> None:
        """Was online when we began; gone unless a console comes back in time."""
        if agent_id not in self._open:
            self._leaving[agent_id] = asyncio.create_task(self._leave(agent_id))

    def came(self, agent_id: str) -> None:
        """A console was opened."""
        self._open[agent_id] += 1
        leaving = self._leaving.pop(agent_id, None)
        if leaving is not None:
            leaving.cancel()

    def left(self, agent_id: str) -> None:
        """A console was closed."""
        self._open[agent_id] -= 1
        if self._open[agent_id] <= 0:
            del self._open[agent_id]
            self._leaving[agent_id] = asyncio.create_task(self._leave(agent_id))

    async def stop(self) -> None:
        """Nobody is declared gone because we are."""
        for task in self._leaving.values():
            task.cancel()
        self._leaving.clear()

    async def _leave(self, agent_id: str) -> None:
        await asyncio.sleep(self._grace)
        self._leaving.pop(agent_id, None)
        await self._gone(agent_id)
