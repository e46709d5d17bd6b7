"""Routes whenever something about the queue or the agents has changed, and looks out for time passing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from chat_server.domain.live import (
    ConversationChanged,
    LiveEvent,
    PresenceChanged,
    QueueMoved,
)
from chat_server.services.routing import Routing
from chat_server.services.waits import Waits

# Deadlines, and what other hubs did, are found without being told.
_LOOK_EVERY = 1.0
# Many may change at once; each sweep looks at all who wait.
_AT_MOST_EVERY = 0.1
_TELLING = (ConversationChanged, PresenceChanged, QueueMoved)


class RoutingWatch:
    """`notice` hears of every commit of this hub."""

    def __init__(self) -> None:
        self._wake = asyncio.Event()

    def notice(self, events: Sequence[LiveEvent]) -> None:
        """There may be somebody to route, or room for somebody."""
        if any(isinstance(event, _TELLING) for event in events):
            self._wake.set()

    async def work(self, routing: Routing, waits: Waits) -> None:
        """Runs until cancelled."""
        while True:
            self._wake.clear()
            await routing.sweep()
            await asyncio.sleep(_AT_MOST_EVERY)
            await waits.refresh()
            try:
                await asyncio.wait_for(self._wake.wait(), _LOOK_EVERY)
            except TimeoutError:
                continue
