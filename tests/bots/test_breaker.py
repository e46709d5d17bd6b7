"""When an ill bot is left alone, and how it comes back."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

import pytest

from chat_server.bots.breaker import (
    FAILURES,
    LONGEST_PAUSE,
    PATIENCE,
    PAUSE,
    SLOTS,
    Breaker,
    BreakerState,
    NotJudged,
    NotSent,
)
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.ports import BotError

CLOSED, HALF_OPEN, OPEN = BreakerState.CLOSED, BreakerState.HALF_OPEN, BreakerState.OPEN


class Bench:
    """A breaker with a clock of its own; `told` are its changes."""

    def __init__(self) -> None:
        self.now = 100.0
        self.told: list[tuple[BreakerState, str]] = []
        self.breaker = Breaker(lambda state, cause: self.told.append((state, cause)), self._time)

    async def turn(self, error: BaseException | None = None) -> None:
        async with self.breaker.slot(1.0):
            if error is not None:
                raise error

    async def fail(self, times: int = 1) -> None:
        for _ in range(times):
            with pytest.raises(BotError):
                await self.turn(BotError(HandoffReason.BOT_FAILED, "broken"))

    async def hold(self, stack: AsyncExitStack, slots: int) -> None:
        """Turns that do not end before `stack` does."""
        for _ in range(slots):
            await stack.enter_async_context(self.breaker.slot(1.0))

    def _time(self) -> float:
        return self.now


@pytest.fixture
def bench() -> Bench:
    return Bench()


async def test_it_opens_after_some_failures_in_a_row(bench: Bench) -> None:
    await bench.fail(FAILURES - 1)
    assert bench.breaker.state is CLOSED
    await bench.fail()
    assert bench.breaker.state is OPEN
    assert bench.told == [(OPEN, "failed")]


async def test_a_success_between_failures_begins_the_count_anew(bench: Bench) -> None:
    for _ in range(3):
        await bench.fail(FAILURES - 1)
        await bench.turn()
    assert bench.told == []


async def test_while_it_is_open_nothing_is_sent_and_nobody_waits(bench: Bench) -> None:
    await bench.fail(FAILURES)
    with pytest.raises(NotSent) as refused:
        await asyncio.wait_for(bench.turn(), 10)
    assert refused.value.reason is HandoffReason.BOT_UNAVAILABLE


async def test_after_a_pause_one_question_is_let_through_and_closes_it(bench: Bench) -> None:
    await bench.fail(FAILURES)
    bench.now += PAUSE
    assert bench.breaker.state is HALF_OPEN
    async with AsyncExitStack() as stack:
        await bench.hold(stack, 1)
        assert not bench.breaker.has_room
    assert bench.breaker.state is CLOSED
    assert [state for state, _ in bench.told] == [OPEN, HALF_OPEN, CLOSED]


async def test_each_failed_trial_doubles_the_pause_up_to_a_limit(bench: Bench) -> None:
    await bench.fail(FAILURES)
    pauses = []
    for _ in range(6):
        opened = bench.now
        while bench.breaker.state is OPEN:
            bench.now += 0.5
        pauses.append(bench.now - opened)
        await bench.fail()
    assert pauses == [PAUSE, 4.0, 8.0, LONGEST_PAUSE, LONGEST_PAUSE, LONGEST_PAUSE]


async def test_all_slots_busy_and_nothing_done_is_a_failure_too(bench: Bench) -> None:
    async with AsyncExitStack() as stack:
        await bench.hold(stack, SLOTS)
        bench.now += PATIENCE - 0.1
        assert bench.breaker.state is CLOSED
        bench.now += 0.1
        assert bench.breaker.state is OPEN
    assert bench.told == [(OPEN, "stuck")]


async def test_a_busy_bot_that_gets_on_is_not_stuck(bench: Bench) -> None:
    async with AsyncExitStack() as stack:
        await bench.hold(stack, SLOTS - 1)
        for _ in range(5):
            bench.now += PATIENCE - 0.1
            await bench.turn()
    assert bench.breaker.state is CLOSED


async def test_a_full_bot_makes_the_next_question_wait_for_a_slot(bench: Bench) -> None:
    async with AsyncExitStack() as stack:
        await bench.hold(stack, SLOTS)
        waiting = asyncio.create_task(bench.turn())
        await asyncio.sleep(0)
        assert not waiting.done()
    await asyncio.wait_for(waiting, 10)


async def test_who_waits_is_told_at_once_when_it_opens(bench: Bench) -> None:
    async with AsyncExitStack() as stack:
        await bench.hold(stack, SLOTS)
        waiting = [asyncio.create_task(bench.turn()) for _ in range(5)]
        await asyncio.sleep(0)
        bench.breaker.alive(well=False)
        done = await asyncio.wait_for(asyncio.gather(*waiting, return_exceptions=True), 10)
    assert [type(error) for error in done] == [NotSent] * 5


async def test_a_slot_that_does_not_come_in_time_is_a_busy_bot(bench: Bench) -> None:
    async with AsyncExitStack() as stack:
        await bench.hold(stack, SLOTS)
        with pytest.raises(NotSent) as refused:
            async with bench.breaker.slot(0.0):
                pass
    assert refused.value.reason is HandoffReason.BOT_BUSY


async def test_results_from_before_it_opened_judge_nothing(bench: Bench) -> None:
    async with AsyncExitStack() as stack:
        await bench.hold(stack, 2)
        await bench.fail(FAILURES)
        bench.now += PAUSE
        assert bench.breaker.state is HALF_OPEN
    assert bench.breaker.state is HALF_OPEN, "an old answer is no trial"
    await bench.turn()
    assert bench.breaker.state is CLOSED


async def test_a_bot_that_fails_its_health_check_is_not_tried_until_it_passes(
    bench: Bench,
) -> None:
    bench.breaker.alive(well=False)
    bench.now += 1_000
    assert bench.breaker.state is OPEN
    bench.breaker.alive(well=True)
    assert bench.breaker.state is HALF_OPEN
    assert bench.told == [(OPEN, "health"), (HALF_OPEN, "pause_over")]


async def test_a_refused_connection_opens_it_at_once_until_somebody_listens(bench: Bench) -> None:
    with pytest.raises(NotSent):
        await bench.turn(NotSent(HandoffReason.BOT_UNAVAILABLE, "no connection"))
    bench.now += 1_000
    assert bench.breaker.state is OPEN
    bench.breaker.alive(well=True)
    assert bench.breaker.state is HALF_OPEN


async def test_a_question_at_fault_itself_says_nothing_about_the_bot(bench: Bench) -> None:
    for _ in range(FAILURES * 2):
        with pytest.raises(NotJudged):
            await bench.turn(NotJudged(HandoffReason.BOT_FAILED, "status 413"))
    assert bench.breaker.state is CLOSED


async def test_a_cancelled_turn_gives_its_slot_back(bench: Bench) -> None:
    for _ in range(SLOTS * 2):
        with pytest.raises(asyncio.CancelledError):
            await bench.turn(asyncio.CancelledError())
    assert bench.breaker.has_room
