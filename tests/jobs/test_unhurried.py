"""Work that can wait: in parts, to the end, in time that is left over, and only while this hub is the one to do it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import pytest

from chat_server.jobs import unhurried
from chat_server.jobs.unhurried import Slices, Spare, in_parts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from chat_server.domain.ports import Pause
    from chat_server.jobs.claimed import Claim


class Held:
    """A claim that is lost after so many looks."""

    def __init__(self, looks: int) -> None:
        self._looks = looks

    async def is_held(self) -> bool:
        self._looks -= 1
        return self._looks >= 0

    async def look_again(self) -> float:
        return 7.0


class Loop:
    """A clock, and the processor time of whatever runs; resting takes as long as it should."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = self.used = 0.0
        self.late = 0.0
        self.rests: list[float] = []
        monkeypatch.setattr(asyncio, "sleep", self._sleep)
        self.spare = Spare(lambda: self.now, lambda: self.used)

    async def _sleep(self, seconds: float) -> None:
        self.rests.append(seconds)
        self.now += seconds + self.late

    def passes(self, seconds: float, used: float) -> None:
        """A time in which others used so much."""
        self.now += seconds
        self.used += used

    async def rest_after(self, slice_of: float) -> float:
        """How long it is."""
        self.passes(slice_of, slice_of)
        await self.spare.rest(slice_of, slice_of)
        return self.rests[-1]


@pytest.fixture
def loop(monkeypatch: pytest.MonkeyPatch) -> Loop:
    return Loop(monkeypatch)


def parts(many: int) -> tuple[list[int], Callable[[Pause], Awaitable[bool]]]:
    done: list[int] = []

    async def part(_: Pause) -> bool:
        done.append(len(done) + 1)
        return len(done) < many

    return done, part


async def test_all_parts_are_done_and_no_more() -> None:
    done, part = parts(3)
    assert await in_parts(cast("Claim", Held(9)), part, Spare()) is None
    assert done == [1, 2, 3]


async def test_who_lost_the_claim_stops_and_says_when_to_look_again() -> None:
    done, part = parts(3)
    assert await in_parts(cast("Claim", Held(2)), part, Spare()) == 7.0
    assert done == [1, 2]


async def test_a_tenth_of_an_idle_hubs_time_is_taken(loop: Loop) -> None:
    loop.passes(1.0, used=0.0)
    assert await loop.rest_after(0.001) == pytest.approx(0.009, rel=0.05)
    assert not loop.spare.is_scarce


async def test_of_a_busy_hubs_time_a_twentieth_is_left(loop: Loop) -> None:
    loop.passes(1.0, used=0.95)
    assert await loop.rest_after(0.001) == pytest.approx(0.019)
    assert loop.spare.is_scarce


async def test_the_busier_the_hub_the_longer_the_rest(loop: Loop) -> None:
    rests = []
    for used in (0.0, 0.1, 0.2):
        loop.passes(1.0, used)
        rests.append(await loop.rest_after(0.001))
    assert rests == sorted(set(rests))


async def test_own_work_makes_no_hub_busy(loop: Loop) -> None:
    loop.passes(1.0, used=0.0)
    for _ in range(500):
        await loop.rest_after(0.001)
    assert loop.rests[-1] == pytest.approx(0.009, rel=0.1)


async def test_who_wakes_late_waited_for_others(loop: Loop) -> None:
    """Of another process, or of many short turns."""
    loop.passes(1.0, used=0.0)
    loop.late = 0.009
    for _ in range(50):
        await loop.rest_after(0.001)
    assert loop.rests[-1] > 0.004


async def test_pieces_shorter_than_a_slice_share_one(
    loop: Loop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unhurried, "perf_counter", lambda: loop.now)
    pauses = Slices(loop.spare)
    for _ in range(100):
        loop.passes(unhurried._SLICE / 50, used=0.0)
        await pauses()
    assert 1 <= len(loop.rests) <= 2


async def test_jobs_rest_one_after_the_other() -> None:
    """Together they take no more than one of them would."""
    loop, spare = asyncio.get_running_loop(), Spare()
    began = loop.time()
    await asyncio.gather(*(spare.rest(0.02, 0.0) for _ in range(3)))
    assert loop.time() - began >= 0.055
