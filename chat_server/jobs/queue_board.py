"""Shows the queue after it has moved: once for all moves of a moment."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from chat_server.domain.live import LiveEvent, QueueMoved
from chat_server.services.snapshots import QueueBoard

# Hundreds may join within a second; each showing costs a look at all of them.
_AT_MOST_EVERY = 0.5


class QueueWatch:
    """`notice` hears of every commit of this hub."""

    def __init__(self) -> None:
        self._moved = asyncio.Event()

    def notice(self, events: Sequence[LiveEvent]) -> None:
        """Somebody may have come or gone."""
        if any(isinstance(event, QueueMoved) for event in events):
            self._moved.set()

    async def work(self, board: QueueBoard) -> None:
        """Runs until cancelled."""
        while True:
            await self._moved.wait()
            self._moved.clear()
            await board.show()
            await asyncio.sleep(_AT_MOST_EVERY)
