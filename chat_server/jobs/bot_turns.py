"""Takes bot turns from the durable queue and answers them side by side."""

from __future__ import annotations

import asyncio

import structlog

from chat_server.domain.errors import SamtalError
from chat_server.services.bot_turns import BotTurns, Claimed

# More than the bot has slots: turns that are decided without it do not wait for those that are not.
MOST = 64
# Turns of a hub that died, and of other hubs, are found without being told.
_LOOK_EVERY = 1.0
# While the bot has its hands full: how late we notice that it is stuck. Asks no database.
_LOOK_AGAIN = 0.05

_log = structlog.get_logger(__name__)


class TurnWorkers:
    """`wake` after a commit; the look-out finds what nobody told of."""

    def __init__(self) -> None:
        self._wake = asyncio.Event()
        self._running: set[asyncio.Task[None]] = set()
        self._draining = False

    def wake(self) -> None:
        """There may be a turn."""
        self._wake.set()

    async def work(self, turns: BotTurns) -> None:
        """Runs until cancelled, and ends what it began."""
        try:
            while True:
                self._wake.clear()
                await self._take_all(turns)
                pause = _LOOK_AGAIN if turns.waits_for_room else _LOOK_EVERY
                try:
                    await asyncio.wait_for(self._wake.wait(), pause)
                except TimeoutError:
                    continue
        finally:
            for task in self._running:
                task.cancel()
            await asyncio.gather(*self._running, return_exceptions=True)

    async def drain(self, within: float) -> None:
        """Takes no more turns, and lets those that run come to their end."""
        self._draining = True
        if self._running:
            await asyncio.wait(self._running, timeout=within)

    async def _take_all(self, turns: BotTurns) -> None:
        while len(self._running) < MOST and not self._draining:
            try:
                taken = await turns.take()
            except SamtalError as error:
                # The database is away; the turns wait in it.
                _log.warning("bot_turns_wait", error=error.message)
                return
            if taken is None:
                return
            if isinstance(taken, Claimed):
                task = asyncio.create_task(self._answer(turns, taken))
                self._running.add(task)
                task.add_done_callback(self._done)

    @staticmethod
    async def _answer(turns: BotTurns, claimed: Claimed) -> None:
        try:
            await turns.answer(claimed)
        except Exception:  # noqa: BLE001 - its answer is recalled when it is stale
            _log.exception("bot_turn_not_committed", turn_id=claimed.turn.id)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        # The next question of the same dialogue may run now.
        self._wake.set()
