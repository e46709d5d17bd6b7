"""Takes bot turns from the durable queue and answers them side by side."""

from __future__ import annotations

import asyncio

import structlog

from chat_server import tasks
from chat_server.domain.errors import SamtalError
from chat_server.services.bot_turns import STALE, BotTurns, Claimed

from .wakened import Delay, Wakened

# More than the bot has slots: turns that are decided without it do not wait for those that are not.
MOST = 64
# Turns of a hub that died or leaves, which visitors wait for, are found by the others without being told.
_SWEEP_EVERY = 1.0
# A hub that is alone was told of every turn, or begins with a look.
_SWEEP_EVERY_ALONE = 15.0
# The database was away.
_LOOK_AGAIN = 1.0

_log = structlog.get_logger(__name__)


class TurnWorkers:
    """`wake` after a commit; the sweep finds what nobody told of."""

    def __init__(self, *, alone: bool) -> None:
        sweep_every = _SWEEP_EVERY_ALONE if alone else _SWEEP_EVERY
        self._wakened = Wakened("bot_turns", sweep_every=sweep_every)
        self._running: set[asyncio.Task[None]] = set()
        self._draining = False

    def wake(self) -> None:
        """There may be a turn."""
        self._wakened.wake()

    async def work(self, turns: BotTurns) -> None:
        """Runs until cancelled, and ends what it began."""
        try:
            await self._wakened.work(lambda: self._look(turns))
        finally:
            await tasks.end(self._running)

    async def drain(self, within: float) -> None:
        """Takes no more turns, and lets those that run come to their end."""
        self._draining = True
        if self._running:
            await asyncio.wait(self._running, timeout=within)

    async def _look(self, turns: BotTurns) -> Delay:
        try:
            await self._take_all(turns)
        except SamtalError as error:
            # The turns wait in it.
            _log.warning("bot_turns_wait", error=error.message)
            return _LOOK_AGAIN
        return turns.look_again()

    async def _take_all(self, turns: BotTurns) -> None:
        while len(self._running) < MOST and not self._draining:
            taken = await turns.take()
            if taken is None:
                return
            if isinstance(taken, Claimed):
                task = asyncio.create_task(self._answer(turns, taken))
                self._running.add(task)
                task.add_done_callback(self._done)

    async def _answer(self, turns: BotTurns, claimed: Claimed) -> None:
        try:
            await turns.answer(claimed)
        except Exception:  # noqa: BLE001 - its answer is recalled when it is stale
            _log.exception("bot_turn_not_committed", turn_id=claimed.turn.id)
            self._wakened.within(STALE.total_seconds())

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        # The next question of the same dialogue may run now.
        self.wake()
