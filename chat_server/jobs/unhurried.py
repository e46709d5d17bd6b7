"""What can wait is done in small slices, in time that nobody else wants: messages go first.

A slice is about a millisecond of the loop, and after each comes a rest. How long it is depends on what else the loop
had to do lately: of an idle hub's time a tenth is taken, of a busy one's a twentieth, so that under a load without end
the work still goes on. One measure and one turn are for all such work together.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from time import perf_counter, thread_time

from chat_server.domain.ports import Pause

from .claimed import Claim
from .wakened import Delay

_SLICE = 0.001
# What took longer waited for others: no piece works for so long, and none has the writers' lock for so long.
_LONGEST_WORK, _LONGEST_PIECE = 0.003, 0.02
_MOST, _LEAST = 0.1, 0.05
# A measure over a shorter time says little.
_MEASURED = 0.05
# Timers are as fine as this. Who wakes later waited for others, of this process or another.
_PUNCTUAL = 0.001
# Busier than this, a hub leaves alone what is not urgent at all.
_BUSY = 0.5


class Spare:
    """How much of the loop's time is left over; made where the loop runs."""

    def __init__(
        self,
        clock: Callable[[], float] = perf_counter,
        processor: Callable[[], float] = thread_time,
    ) -> None:
        self._clock = clock
        self._processor = processor
        self._since = clock(), processor()
        self._own = self._late = self._busy = 0.0
        self._turn = asyncio.Lock()

    @property
    def busy(self) -> float:
        """The share of the loop's time that others had lately."""
        now, used = self._clock(), self._processor()
        passed = now - self._since[0]
        if passed >= _MEASURED:
            others = max(used - self._since[1] - self._own, self._late)
            self._busy = min(max(others / passed, 0.0), 1.0)
            self._since, self._own, self._late = (now, used), 0.0, 0.0
        return self._busy

    @property
    def is_scarce(self) -> bool:
        """Whether what is not urgent at all had better wait."""
        return self.busy > _BUSY

    async def rest(self, took: float, worked: float) -> None:
        """After a slice that `took` so long, `worked` of it on the processor."""
        self._own += worked
        share = max(_MOST * (1 - self.busy) ** 2, _LEAST)
        rest = took * (1 / share - 1)
        async with self._turn:
            due = self._clock() + rest
            await asyncio.sleep(rest)
            self._late += max(self._clock() - due - _PUNCTUAL, 0.0)


class Slices:
    """The pauses of one job: short pieces share a slice, each slice is followed by a rest."""

    def __init__(self, spare: Spare) -> None:
        self._spare = spare
        self.begin()

    def begin(self) -> None:
        """The next slice."""
        self._began = perf_counter(), thread_time()

    async def __call__(self) -> None:
        """Between two pieces."""
        took = perf_counter() - self._began[0]
        if took < _SLICE:
            return
        worked = thread_time() - self._began[1]
        await self._spare.rest(min(took, _LONGEST_PIECE), min(worked, _LONGEST_WORK))
        self.begin()


async def in_parts(claim: Claim, part: Callable[[Pause], Awaitable[bool]], spare: Spare) -> Delay:
    """Until `part` says that there is no more; by one hub for all."""
    more = True
    while more:
        if not await claim.is_held():
            return await claim.look_again()
        slices = Slices(spare)
        more = await part(slices)
        await slices()
    return None
