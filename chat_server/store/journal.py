"""The journal: what arrives while a commit runs shares the next one; acknowledged means committed.

Its promises: an entry is answered only after the commit that holds it; a refusal is the entry's own and hurts no
neighbour; more than a bounded queue is turned away at once; nobody waits for ever. When it is unknown whether a
commit happened the answer is `Unavailable`, and a resend under the same client id finds what was kept.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import structlog

from chat_server.domain.errors import Duplicate, SamtalError, Unavailable
from chat_server.metrics import JOURNAL_BATCH, JOURNAL_SECONDS, JOURNAL_WAITING

if TYPE_CHECKING:
    from chat_server.domain.journal import Entry, Outcome
    from chat_server.domain.live import LiveEvent

T = TypeVar("T")
_log = structlog.get_logger(__name__)

MOST_TOGETHER = 128
MOST_WAITING = 2_000
PATIENCE = 10.0
_LOOK_EVERY = 0.5


class Clash(Exception):
    """A constraint stood in the way of the whole batch; nothing was written."""


class Ledger(Protocol):
    """One database's way of committing a batch."""

    async def commit(self, entries: Sequence[Entry[Any]]) -> list[Outcome[Any] | SamtalError]:
        """All in one transaction; raises `Clash`, or `Unavailable` when it is not known to be written."""

    async def catch_up(self) -> bool:
        """Does some of what was left for later; whether there may be more."""

    async def close(self) -> None:
        """Lets go of the database."""


@dataclass(slots=True, eq=False)
class _Waiting:
    entry: Entry[Any]
    answer: asyncio.Future[Any]
    since: float


class Journal:
    """See above; `most_together` is a parameter so that one commit a message can be measured too."""

    def __init__(
        self,
        ledger: Ledger,
        publish: Callable[[Sequence[LiveEvent]], None],
        *,
        most_together: int = MOST_TOGETHER,
        most_waiting: int = MOST_WAITING,
        patience: float = PATIENCE,
    ) -> None:
        self.ledger = ledger
        self._publish = publish
        self._most_together = most_together
        self._most_waiting = most_waiting
        self._patience = patience
        self._queue: deque[_Waiting] = deque()
        self._running: Sequence[_Waiting] = ()
        self._task: asyncio.Task[None] | None = None
        self._look_out: asyncio.TimerHandle | None = None
        self._closed = False

    def write(self, entry: Entry[T]) -> asyncio.Future[T]:
        """Answered with the entry's result after its commit, or with why it was refused."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()
        if self._closed or len(self._queue) >= self._most_waiting:
            answer.set_exception(
                Unavailable("Too much is being written at this moment; try again in a second.")
            )
            return answer
        self._queue.append(_Waiting(entry, answer, loop.time()))
        if self._task is None:
            self._task = loop.create_task(self._work(), name="journal")
        if self._look_out is None:
            self._look_out = loop.call_later(_LOOK_EVERY, self._look)
        return answer

    async def catch_up(self) -> bool:
        """Some of what need not be done before a message is answered: its words are found by search a little later."""
        return not self._closed and await self.ledger.catch_up()

    async def close(self) -> None:
        """Takes no more, writes what is waiting, lets go of the database."""
        self._closed = True
        if self._task is not None:
            await self._task
        if self._look_out is not None:
            self._look_out.cancel()
        await self.ledger.close()

    # -------------------------------------------------------------- batches

    async def _work(self) -> None:
        """Until the queue is empty."""
        while self._queue:
            batch: list[_Waiting] = []
            while self._queue and len(batch) < self._most_together:
                waiting = self._queue.popleft()
                if not waiting.answer.done():
                    batch.append(waiting)
            JOURNAL_WAITING.set(len(self._queue))
            if batch:
                self._running = batch
                await self._write(batch)
                self._running = ()
        self._task = None

    async def _write(self, batch: list[_Waiting]) -> None:
        began = asyncio.get_running_loop().time()
        try:
            outcomes = await self.ledger.commit([waiting.entry for waiting in batch])
        except Clash as clash:
            await self._take_apart(batch, clash)
        except SamtalError as error:
            for waiting in batch:
                _refuse(waiting, error)
        except Exception:  # noqa: BLE001 - whatever it is, everyone gets an answer and the journal goes on
            _log.exception("journal_failed", entries=len(batch))
            for waiting in batch:
                _refuse(waiting, SamtalError("Something went wrong on our side; try again."))
        else:
            JOURNAL_BATCH.observe(len(batch))
            JOURNAL_SECONDS.observe(asyncio.get_running_loop().time() - began)
            # On the loop's next turn, so that the next batch is on its way to the disk before this one is told.
            asyncio.get_running_loop().call_soon(self._answer, batch, outcomes)

    async def _take_apart(self, batch: list[_Waiting], clash: Clash) -> None:
        """One by one, so that each answers for itself only."""
        if len(batch) == 1:
            _log.warning("journal_clash", error=str(clash))
            _refuse(batch[0], Duplicate("Somebody else just did the same; try again."))
            return
        for waiting in batch:
            await self._write([waiting])

    def _answer(
        self, batch: Sequence[_Waiting], outcomes: Sequence[Outcome[Any] | SamtalError]
    ) -> None:
        live: list[LiveEvent] = []
        actions: list[Callable[[], None]] = []
        for waiting, outcome in zip(batch, outcomes, strict=True):
            if isinstance(outcome, SamtalError):
                _refuse(waiting, outcome)
                continue
            if not waiting.answer.done():
                waiting.answer.set_result(outcome.result)
            live += outcome.live
            if outcome.then is not None:
                actions.append(outcome.then)
        for action in dict.fromkeys(actions):
            action()
        if live:
            self._publish(live)

    # ------------------------------------------------------------- patience

    def _look(self) -> None:
        """Nobody waits longer than our patience, even while a commit hangs."""
        loop = asyncio.get_running_loop()
        self._look_out = None
        latest = loop.time() - self._patience
        while self._queue and self._queue[0].since < latest:
            _refuse(self._queue.popleft(), Unavailable("The database is too slow; try again."))
        for waiting in self._running:
            if waiting.since < latest:
                # It may still be committed: then a resend finds it.
                _refuse(waiting, Unavailable("The database does not answer in time; try again."))
        if self._queue or self._running:
            self._look_out = loop.call_later(_LOOK_EVERY, self._look)


def _refuse(waiting: _Waiting, error: SamtalError) -> None:
    if not waiting.answer.done():
        waiting.answer.set_exception(error)
