"""Takes bot turns from the durable queue, several conversations side by side."""

from __future__ import annotations

import asyncio

from chat_server.services.bot_turns import BotTurns

WORKERS = 4
# Turns of a hub that died, and of other hubs, are found without being told.
_LOOK_EVERY = 1.0


class TurnWorkers:
    """`wake` after a commit; the look-out finds what nobody told of."""

    def __init__(self) -> None:
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """There may be a turn."""
        self._wake.set()

    async def work(self, turns: BotTurns) -> None:
        """One worker; runs until cancelled."""
        while True:
            self._wake.clear()
            while await turns.run_next():
                # The next question of the same conversation may run now.
                self._wake.set()
            try:
                await asyncio.wait_for(self._wake.wait(), _LOOK_EVERY)
            except TimeoutError:
                continue
