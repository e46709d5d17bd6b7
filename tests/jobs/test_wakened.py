"""When a job looks, and when it leaves the database alone."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.live import DeliveryPromised, FactsChanged, QueueMoved
from chat_server.jobs.wakened import Wakened, soonest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from chat_server.domain.live import LiveEvent
    from chat_server.jobs.wakened import Delay

_PATIENCE = 30.0
# Long enough for a job that is not asked to look all the same, if it were so inclined.
_QUIET = 0.3
_NEVER = 3600.0


class Looks:
    """The times at which a job looked; `says` is what each look answers."""

    def __init__(self, says: Callable[[], Delay] = lambda: None) -> None:
        self.times: list[float] = []
        self.says = says
        self._looked = asyncio.Event()

    async def __call__(self) -> Delay:
        self.times.append(asyncio.get_running_loop().time())
        self._looked.set()
        return self.says()

    async def are(self, number: int) -> None:
        async with asyncio.timeout(_PATIENCE):
            while len(self.times) < number:
                self._looked.clear()
                await self._looked.wait()
        assert len(self.times) == number


@asynccontextmanager
async def at_work(wakened: Wakened, look: Callable[[], object]) -> AsyncIterator[None]:
    task = asyncio.create_task(wakened.work(look))  # type: ignore[arg-type]  # any kind of look
    try:
        yield
    finally:
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


def of_the_queue(event: LiveEvent) -> Delay:
    match event:
        case QueueMoved():
            return 0.0
        case DeliveryPromised():
            return 0.2
        case _:
            return None


async def test_it_looks_when_it_begins_and_then_not_until_it_is_told() -> None:
    looks = Looks()
    wakened = Wakened("test", sweep_every=_NEVER, concerns=of_the_queue)
    async with at_work(wakened, looks):
        await looks.are(1)
        wakened.notice([FactsChanged("somebody")])
        await asyncio.sleep(_QUIET)
        await looks.are(1)
        wakened.notice([FactsChanged("somebody"), QueueMoved()])
        await looks.are(2)


async def test_it_looks_after_events_of_a_kind() -> None:
    wakened, looks = Wakened("test", sweep_every=_NEVER, after={QueueMoved: 0.0}), Looks()
    async with at_work(wakened, looks):
        await looks.are(1)
        wakened.notice([FactsChanged("c")])
        await asyncio.sleep(_QUIET)
        await looks.are(1)
        wakened.notice([FactsChanged("c"), QueueMoved()])
        await looks.are(2)


async def test_many_events_of_one_moment_are_one_look() -> None:
    looks = Looks()
    wakened = Wakened("test", sweep_every=_NEVER, concerns=of_the_queue)
    async with at_work(wakened, looks):
        await looks.are(1)
        for _ in range(100):
            wakened.notice([QueueMoved(), QueueMoved()])
        await looks.are(2)
        await asyncio.sleep(_QUIET)
        await looks.are(2)


async def test_an_event_may_call_for_a_look_later_and_another_one_for_it_sooner() -> None:
    looks = Looks()
    wakened = Wakened("test", sweep_every=_NEVER, concerns=of_the_queue)
    async with at_work(wakened, looks):
        await looks.are(1)
        told = asyncio.get_running_loop().time()
        wakened.notice([DeliveryPromised(due_at=None)])  # type: ignore[arg-type]  # not looked at here
        await looks.are(2)
        assert looks.times[1] - told >= 0.19
        wakened.within(_NEVER / 2)
        wakened.wake()
        await looks.are(3)


async def test_a_look_may_name_the_time_of_the_next_one() -> None:
    delays = [0.1, 0.2]
    looks = Looks(lambda: delays.pop(0) if delays else None)
    async with at_work(Wakened("test", sweep_every=_NEVER), looks):
        await looks.are(3)
        first, second, third = looks.times
        assert second - first >= 0.09
        assert third - second >= 0.19
        await asyncio.sleep(_QUIET)
        await looks.are(3)


async def test_a_time_that_has_passed_is_now() -> None:
    delays = [-30.0]
    looks = Looks(lambda: delays.pop() if delays else None)
    async with at_work(Wakened("test", sweep_every=_NEVER), looks):
        await looks.are(2)


async def test_what_nobody_tells_of_is_found_by_the_sweep() -> None:
    looks = Looks()
    async with at_work(Wakened("test", sweep_every=0.1), looks):
        await looks.are(4)
    assert looks.times[3] - looks.times[0] >= 0.29


async def test_looks_are_a_rest_apart_however_much_is_told() -> None:
    looks = Looks()
    wakened = Wakened("test", sweep_every=_NEVER, rest=0.2)
    async with at_work(wakened, looks):
        await looks.are(1)
        wakened.wake()
        await looks.are(2)
        wakened.wake()
        await looks.are(3)
    assert looks.times[2] - looks.times[0] >= 0.39


async def test_what_is_told_in_the_middle_of_a_look_is_looked_at_again() -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()
    looked = 0

    async def look() -> Delay:
        nonlocal looked
        looked += 1
        begun.set()
        await go_on.wait()
        return None

    wakened = Wakened("test", sweep_every=_NEVER)
    async with at_work(wakened, look), asyncio.timeout(_PATIENCE):
        await begun.wait()
        begun.clear()
        wakened.wake()
        go_on.set()
        await begun.wait()
    assert looked == 2


@pytest.mark.parametrize("steps", range(5))
async def test_it_ends_when_it_is_cancelled_also_at_the_moment_it_is_told(steps: int) -> None:
    looks = Looks()
    wakened = Wakened("test", sweep_every=_NEVER)
    task = asyncio.create_task(wakened.work(looks))
    await looks.are(1)
    await asyncio.sleep(0.01)
    wakened.wake()
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    done, _ = await asyncio.wait([task], timeout=10)
    task.cancel()
    assert done == {task}


async def test_after_a_failure_it_begins_with_a_look() -> None:
    wakened = Wakened("test", sweep_every=_NEVER)

    async def fail() -> Delay:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await wakened.work(fail)
    looks = Looks()
    async with at_work(wakened, looks):
        await looks.are(1)


@pytest.mark.parametrize(
    ("delays", "first"),
    [((), None), ((None, None), None), ((3.0, None), 3.0), ((3.0, 1.0, 2.0), 1.0)],
)
def test_the_soonest_of_what_is_known_counts(delays: tuple[Delay, ...], first: Delay) -> None:
    assert soonest(*delays) == first
