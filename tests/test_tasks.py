"""That ending background tasks leaves none of them behind."""

from __future__ import annotations

import asyncio

import pytest

from chat_server import tasks


async def stubborn(swallows: int, ended: list[str]) -> None:
    """Swallows so many cancellations, as time-outs and answers that come at that moment do."""
    for _ in range(swallows):
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            continue
    try:
        await asyncio.Event().wait()
    finally:
        ended.append("ended")


@pytest.mark.parametrize("swallows", [0, 1, 3])
async def test_a_task_that_swallows_cancellations_is_ended(swallows: int) -> None:
    ended: list[str] = []
    task = asyncio.create_task(stubborn(swallows, ended))
    await asyncio.sleep(0)
    await tasks.end([task])
    assert (task.done(), ended) == (True, ["ended"])


@pytest.mark.parametrize("times", [1, 2, 3])
async def test_whoever_is_cancelled_while_ending_tasks_still_ends_them(times: int) -> None:
    ended: list[str] = []
    task = asyncio.create_task(stubborn(times, ended))
    ending = asyncio.create_task(tasks.end([task]))
    for _ in range(times):
        await asyncio.sleep(0.01)
        ending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await ending
    assert (task.done(), ended) == (True, ["ended"])


async def test_one_that_never_ends_is_given_up_in_time() -> None:
    task = asyncio.create_task(stubborn(10_000, []))
    await asyncio.sleep(0)
    await tasks.end([task], within=0.3)
    assert not task.done()
    while not task.done():
        task.cancel()
        await asyncio.sleep(0)
