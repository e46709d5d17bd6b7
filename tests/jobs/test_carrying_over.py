"""A hub carries over what it committed soon after, without being asked."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from chat_server.domain.live import QueueMoved
from chat_server.jobs.carrying_over import carry_over, carrying_over

if TYPE_CHECKING:
    from chat_server.domain.ports import Store

_PATIENCE = 20.0


class Carried:
    """As a store in which something is new as `news` says."""

    def __init__(self, news: list[bool]) -> None:
        self.news = news
        self.quiet = asyncio.Event()

    async def carry_over(self) -> bool:
        new = self.news.pop(0) if self.news else False
        if not self.news:
            self.quiet.set()
        return new


async def test_after_a_commit_it_goes_on_until_nothing_is_new() -> None:
    carried = Carried([False])
    store = cast("Store", carried)
    wakened = carrying_over()
    job = asyncio.create_task(wakened.work(lambda: carry_over(store)))
    try:
        async with asyncio.timeout(_PATIENCE):
            await carried.quiet.wait()
            carried.news, carried.quiet = [True, True, False], asyncio.Event()
            wakened.notice([QueueMoved()])
            await carried.quiet.wait()
    finally:
        job.cancel()
        with suppress(asyncio.CancelledError):
            await job
    assert not carried.news
