"""One visitor who lives as always while others misbehave: how long the hub takes to answer it."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, Self, TypeVar

from chat_server import tasks
from tests.faults.oracle import crowd

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from tests.hub.clients import Clients

T = TypeVar("T")
_PAUSE = 0.02
# On a crowded machine a hub is slow without any attack.
_SLOWER_THAN_CALM = 30


class Regular:
    """Asks, waits for the answer, pauses, asks again, from the beginning of the block to its end."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients
        self._delays: list[float] = []
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        visitor = await self._clients.visitor()
        await visitor.answered("Hello")
        self._task = asyncio.create_task(self._live(visitor))
        return self

    async def __aexit__(self, *_: object) -> None:
        # Its client waits in a way that loses a cancellation which meets the answer: then it would live for ever.
        if self._task is not None:
            await tasks.end([self._task])

    async def during(self, something: Awaitable[T]) -> tuple[T, list[float]]:
        """What came of it, and the delays meanwhile in ascending order."""
        self._delays = []
        result = await something
        assert self._task is not None
        assert not self._task.done(), "the regular visitor was let go"
        return result, sorted(self._delays)

    async def _live(self, visitor: Any) -> None:
        while True:
            began = time.monotonic()
            await visitor.do("mark_read", conversation_id=visitor.conversation_id, seq=2)
            self._delays.append(time.monotonic() - began)
            await asyncio.sleep(_PAUSE)


def p99(ordered: list[float]) -> float:
    """Of delays in ascending order."""
    return ordered[len(ordered) * 99 // 100]


def is_disturbed(calm: list[float], meanwhile: list[float], most: float) -> bool:
    """Whether it took longer than `most` seconds, and not only because the machine is crowded."""
    return p99(meanwhile) > max(most * crowd(), _SLOWER_THAN_CALM * p99(calm))
