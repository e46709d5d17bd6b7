"""Which agents have a console open, here or on another hub; one without any is offline after a while."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from typing import Protocol

from chat_server import tasks

GRACE = 15.0
# How often a hub says whose consoles it has, and looks for agents whom every hub has lost.
EVERY = 4.0
# So long a decision waits for the other hubs' word; then the last one counts.
_PATIENCE = 60.0
_ASK_AGAIN = 1.0


class OtherHubs(Protocol):
    """What hubs tell each other about their consoles."""

    async def tell(self, agent_ids: Collection[str]) -> None:
        """Whose consoles this hub has; never fails."""

    async def elsewhere(self) -> frozenset[str] | None:
        """Whose consoles other hubs have; None when nobody can tell."""


class Presence:
    """Counts consoles by agent id.

    `gone` is called once an agent has had none on any hub for the grace period, which a reload does not last. That
    nobody can be asked is no reason to call anyone gone whom another hub was last known to have.
    """

    def __init__(
        self,
        gone: Callable[[str], Awaitable[None]],
        others: OtherHubs | None = None,
        grace: float = GRACE,
        every: float = EVERY,
    ) -> None:
        self._gone = gone
        self._others = others
        self._grace = grace
        self._every = every
        self._open: Counter[str] = Counter()
        self._leaving: dict[str, asyncio.Task[None]] = {}
        # Also those that are about to say that somebody is gone.
        self._tasks: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Event()
        self._last_known: frozenset[str] = frozenset()

    def expect(self, agent_id: str) -> None:
        """Is online by the books; gone unless a console comes in time."""
        if agent_id not in self._open and agent_id not in self._leaving:
            task = self._leaving[agent_id] = asyncio.create_task(self._leave(agent_id))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def came(self, agent_id: str) -> None:
        """A console was opened."""
        self._open[agent_id] += 1
        self._changed.set()
        leaving = self._leaving.pop(agent_id, None)
        if leaving is not None:
            leaving.cancel()

    def left(self, agent_id: str) -> None:
        """A console was closed."""
        self._open[agent_id] -= 1
        if self._open[agent_id] <= 0:
            del self._open[agent_id]
            self._changed.set()
            self.expect(agent_id)

    async def watch(self, online: Callable[[], Awaitable[Collection[str]]]) -> None:
        """Keeps the hubs' word fresh until cancelled; `online` are those the books call online.

        So the agents of a hub that died are found by those that live.
        """
        while True:
            self._changed.clear()
            if self._others is not None:
                await self._others.tell(list(self._open))
            elsewhere = await self._ask()
            if elsewhere is not None:
                for agent_id in await online():
                    if agent_id not in elsewhere:
                        self.expect(agent_id)
            # Not `wait_for`: where its end meets a cancellation, Python 3.11's forgets the latter.
            with suppress(TimeoutError):
                async with asyncio.timeout(self._every):
                    await self._changed.wait()

    async def stop(self) -> None:
        """Nobody is declared gone because we are."""
        await tasks.end(self._tasks)
        self._leaving.clear()

    async def _leave(self, agent_id: str) -> None:
        await asyncio.sleep(self._grace)
        elsewhere = await self._ask_patiently()
        self._leaving.pop(agent_id, None)
        if agent_id not in elsewhere:
            await self._gone(agent_id)

    async def _ask_patiently(self) -> frozenset[str]:
        deadline = asyncio.get_running_loop().time() + _PATIENCE
        while asyncio.get_running_loop().time() < deadline:
            elsewhere = await self._ask()
            if elsewhere is not None:
                return elsewhere
            await asyncio.sleep(_ASK_AGAIN)
        return self._last_known

    async def _ask(self) -> frozenset[str] | None:
        if self._others is None:
            return frozenset()
        elsewhere = await self._others.elsewhere()
        if elsewhere is not None:
            self._last_known = elsewhere
        return elsewhere
