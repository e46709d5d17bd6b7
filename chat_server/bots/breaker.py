"""A circuit breaker: an ill bot is left alone, so that visitors get a person at once and not one after another."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from enum import StrEnum

from chat_server.domain.handoff import HandoffReason
from chat_server.domain.ports import BotError

# One Rasa computes one turn at a time; more at once only wait for each other.
SLOTS = 4
# Failures in a row that open it, each of another dialogue: after one a dialogue is a person's.
FAILURES = 3
# All slots busy and no turn done for so long counts as a failure: who comes next need not find out again.
PATIENCE = 1.0
# How long it stays open before one question is let through; twice as long each time that one fails too.
PAUSE, LONGEST_PAUSE = 2.0, 15.0


class BreakerState(StrEnum):
    """`HALF_OPEN` lets one question through to see whether the bot is well again."""

    CLOSED = "closed"
    HALF_OPEN = "half_open"
    OPEN = "open"


class NotSent(BotError):
    """The question never left: another bot may be asked."""


class Busy(NotSent):
    """It has as much to do as it takes at once, and took nothing of this one; no illness."""


class Broken(BotError):
    """The connection broke under the question; the bots know whether it has run."""


class NotJudged(BotError):
    """This question failed for a reason of its own, which says nothing about the bot."""


class Breaker:
    """Bounds what one bot is asked at once; `tell` hears each new state and its cause."""

    def __init__(
        self,
        tell: Callable[[BreakerState, str], None] = lambda _state, _cause: None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._tell, self._now = tell, now
        self._state = BreakerState.CLOSED
        # What began in an earlier era neither fills slots nor judges this one.
        self._era = 0
        self._busy = 0
        self._failures = 0
        self._alive = True
        self._moved = self._until = 0.0
        self._pause = PAUSE
        self._waiting: deque[asyncio.Future[None]] = deque()

    @property
    def state(self) -> BreakerState:
        """As of now."""
        if self._state is BreakerState.OPEN:
            if self._alive and self._now() >= self._until:
                self._enter(BreakerState.HALF_OPEN, "pause_over")
        elif self._full and self._now() - self._moved >= PATIENCE:
            self._open("stuck")
        return self._state

    @property
    def has_room(self) -> bool:
        """Whether a question would be sent at once."""
        return self.state is not BreakerState.OPEN and not self._full

    def alive(self, *, well: bool) -> None:
        """What the health check found; a bot that does not answer it is not asked either."""
        self._alive = well
        if not well and self._state is not BreakerState.OPEN:
            self._open("health", pause=0.0)

    @asynccontextmanager
    async def slot(self, within: float) -> AsyncIterator[None]:
        """One turn; raises `NotSent` when the bot is ill, `Busy` when it has no slot `within` seconds."""
        await self._wait_for_room(within)
        era = self._era
        self._busy += 1
        self._moved = self._now()
        try:
            yield
        except (Busy, NotJudged):
            self._left(era)
            raise
        except NotSent:
            self._left(era)
            if era == self._era:
                self._open("refused", pause=0.0)
            raise
        except BotError:
            self._left(era)
            if era == self._era:
                self._failed()
            raise
        except BaseException:
            self._left(era)
            raise
        else:
            self._left(era)
            if era == self._era:
                self._succeeded()

    async def _wait_for_room(self, within: float) -> None:
        deadline = self._now() + within
        while not self.has_room:
            if self._state is BreakerState.OPEN:
                raise NotSent(HandoffReason.BOT_UNAVAILABLE, "left alone since it was ill")
            # No longer than until it counts as stuck, which nothing else would notice.
            wait = min(deadline, self._moved + PATIENCE) - self._now()
            if self._now() >= deadline:
                raise Busy(HandoffReason.BOT_BUSY, f"no slot in {within:.1f} s")
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            await asyncio.wait([turn], timeout=max(wait, 0.0))
            turn.cancel()

    @property
    def _full(self) -> bool:
        return self._busy >= (1 if self._state is BreakerState.HALF_OPEN else SLOTS)

    def _left(self, era: int) -> None:
        if era == self._era:
            self._busy -= 1
            self._moved = self._now()
            self._call_next()

    def _succeeded(self) -> None:
        self._failures, self._pause = 0, PAUSE
        if self._state is not BreakerState.CLOSED:
            self._enter(BreakerState.CLOSED, "answered")

    def _failed(self) -> None:
        self._failures += 1
        if self._state is BreakerState.HALF_OPEN or self._failures >= FAILURES:
            self._open("failed")

    def _open(self, cause: str, pause: float | None = None) -> None:
        if pause is None:
            pause = self._pause
            self._pause = min(self._pause * 2, LONGEST_PAUSE)
        if cause == "refused":
            # The health check says when somebody listens there again.
            self._alive = False
        self._until = self._now() + pause
        self._enter(BreakerState.OPEN, cause)

    def _enter(self, state: BreakerState, cause: str) -> None:
        self._state = state
        self._era += 1
        self._busy = self._failures = 0
        self._tell(state, cause)
        while self._waiting:
            self._call_next()

    def _call_next(self) -> None:
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
