"""When a job looks: when something happened that concerns it, when its next known hour comes, and rarely besides.

A job that asks the database every second costs most while nothing happens. What a hub commits it tells its own jobs;
what only time does has a time, which is in the data. The slow sweep is for what nobody tells of: what another hub did,
or began and did not live to end.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress

from chat_server.domain.live import LiveEvent
from chat_server.metrics import JOB_LOOKS

# Seconds from now; None: not at all.
Delay = float | None
Look = Callable[[], Awaitable[Delay]]
Concerns = Callable[[LiveEvent], Delay]


class Wakened:
    """`notice` hears of every commit of this hub, `within` of everything else; `work` looks.

    `after` says how soon a look is due after events of a kind, `concerns` where that takes the event itself. Looks
    are `rest` seconds apart at the least, and `sweep_every` at the most.
    """

    def __init__(
        self,
        name: str,
        *,
        sweep_every: float,
        rest: float = 0.0,
        after: Mapping[type[LiveEvent], float] | None = None,
        concerns: Concerns | None = None,
    ) -> None:
        self.name = name
        self._sweep_every = sweep_every
        self._rest = rest
        self._after = after or {}
        self._concerns = concerns
        self._looks = JOB_LOOKS.labels(name)
        self._due = -math.inf
        self._sooner = asyncio.Event()

    def notice(self, events: Sequence[LiveEvent]) -> None:
        """What was committed just now."""
        if self._after:
            for kind in self._after.keys() & set(map(type, events)):
                self.within(self._after[kind])
        if self._concerns is not None:
            for event in events:
                delay = self._concerns(event)
                if delay is not None:
                    self.within(delay)

    def wake(self) -> None:
        """There may be something to do."""
        self.within(0.0)

    def within(self, seconds: float) -> None:
        """Looks by then at the latest."""
        due = asyncio.get_running_loop().time() + seconds
        if due < self._due:
            self._due = due
            self._sooner.set()

    async def work(self, look: Look) -> None:
        """Runs until cancelled; `look` does what there is to do, and says when time alone calls for the next one."""
        while True:
            self._looks.inc()
            # Before the look: what is told in the middle of it may have come too late for it.
            self._due = asyncio.get_running_loop().time() + self._sweep_every
            delay = await look()
            if delay is not None:
                self.within(max(delay, 0.0))
            await asyncio.sleep(self._rest)
            await self._until_due()

    async def _until_due(self) -> None:
        loop = asyncio.get_running_loop()
        while (left := self._due - loop.time()) > 0:
            self._sooner.clear()
            # Not `wait_for`: where its end meets a cancellation, Python 3.11's forgets the latter.
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await self._sooner.wait()


def soonest(*delays: Delay) -> Delay:
    """The least of those that are known."""
    return min((delay for delay in delays if delay is not None), default=None)
