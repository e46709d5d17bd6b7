"""Answers that took long to count are kept ready for a while, each with the time it was counted at.

While the shop's history is short, and where counting is quick, it is done for every reader anew. What took longer is given again while it is young, and then,
up to an age that is told, at once while it is counted anew behind the reader. Only figures belong here: whoever asks
for an answer with words or names of people asks the store.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from chat_server import tasks
from chat_server.domain.errors import SamtalError, Unavailable
from chat_server.domain.live import ErasureBegun, LiveEvent
from chat_server.domain.ports import Clock, Store

Count = Callable[[], Awaitable[bytes]]
History = Callable[[], Awaitable[int]]

# Dialogues: with fewer it is the machine that is slow, not the question, and who tries the hub out sees each at once.
_LONG = 50_000
_YEARS = timedelta(days=10 * 366)
# Seconds. What took less is never kept.
_DEAR = 0.04
# An answer is young for so many times what it took: to count it takes a hundredth of the time at most.
_YOUNG_FOR, _LONGEST_YOUNG = 100.0, 60.0
# And it is given for so many times that, while another one is counted.
_GIVEN_FOR = 10.0
# Asked for within that, it is counted anew before it is too old to be given.
_WANTED_FOR = 3_600.0
_SOON = 0.4
# Between two counts that nobody waits for lies so many times what the first one took.
_REST = 20.0
_ROOM = 8_000_000
# What an answer takes besides its bytes, about.
_ENTRY = 2_000

_log = structlog.get_logger(__name__)


async def dialogues_of(store: Store, now: datetime) -> int:
    """How many the shop has, of ten years."""
    async with store.read() as tx:
        return await tx.rollups.dialogues(now - _YEARS, now)


@dataclass(frozen=True)
class Answer:
    """As it is sent."""

    body: bytes
    counted_at: datetime


@dataclass
class _Kept:
    answer: Answer
    count: Count
    began: float
    took: float
    asked: float

    @property
    def young_for(self) -> float:
        return min(self.took * _YOUNG_FOR, _LONGEST_YOUNG)

    @property
    def size(self) -> int:
        return len(self.answer.body) + _ENTRY


class ReadyAnswers:
    """By what was asked, and by the rights of who asked: the caller's key has both.

    `history` tells how many dialogues there are. No answer is older than `longest` seconds; 0 keeps none.
    """

    def __init__(
        self,
        clock: Clock,
        longest: float,
        history: History,
        *,
        timer: Callable[[], float] = time.monotonic,
        rest: Callable[[float], Awaitable[None]] = asyncio.sleep,
        room: int = _ROOM,
    ) -> None:
        self._clock = clock
        self._longest = longest
        self._history = history
        self._is_long = False
        self._timer = timer
        self._rest = rest
        self._room = room
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._size = 0
        self._emptied = 0
        self._recounts: dict[Hashable, asyncio.Task[None]] = {}
        # One after the other: whoever waits for an answer goes first.
        self._turn = asyncio.Lock()

    async def get(self, key: Hashable, count: Count) -> Answer:
        """What is ready, or what `count` says; its errors are the asker's."""
        kept = self._kept.get(key)
        now = self._timer()
        if kept is None or now - kept.began >= self._given_for(kept):
            return await self._counted(key, count, now)
        kept.asked = now
        self._kept.move_to_end(key)
        if now - kept.began >= kept.young_for and key not in self._recounts:
            self._recounts[key] = asyncio.create_task(self._recount(key), name="recount")
        return kept.answer

    def forget(self) -> None:
        """All of them, and what is being counted is not kept either."""
        self._kept.clear()
        self._size = 0
        self._emptied += 1

    def notice(self, events: Sequence[LiveEvent]) -> None:
        """What was committed: nobody who is forgotten is counted in what is kept."""
        if any(isinstance(event, ErasureBegun) for event in events):
            self.forget()

    async def keep_up(self) -> None:
        """Counts anew what people lately asked for and will soon be too old; little of the time, one after the other."""
        for key, kept in list(self._kept.items()):
            age, given_for = self._timer() - kept.began, self._given_for(kept)
            if age >= given_for and self._kept.get(key) is kept:
                self._drop(key)
            elif age >= given_for * _SOON and self._timer() - kept.asked < _WANTED_FOR:
                began = self._timer()
                await self._again(key)
                await self._rest((self._timer() - began) * _REST)

    async def close(self) -> None:
        """Nothing is counted any more."""
        self.forget()
        await tasks.end(self._recounts.values())

    def _given_for(self, kept: _Kept) -> float:
        return min(kept.young_for * _GIVEN_FOR, self._longest)

    async def _recount(self, key: Hashable) -> None:
        try:
            await self._again(key)
        finally:
            self._recounts.pop(key, None)

    async def _again(self, key: Hashable) -> None:
        try:
            async with self._turn:
                kept = self._kept.get(key)
                if kept is not None and self._timer() - kept.began >= kept.young_for:
                    await self._counted(key, kept.count, kept.asked)
        except SamtalError as error:
            _log.warning("recount_waits", why=error.message)
        except Exception:  # noqa: BLE001 - what is kept stays until it is too old; it is logged
            _log.exception("recount_failed")

    async def _counted(self, key: Hashable, count: Count, asked: float) -> Answer:
        emptied, began, at = self._emptied, self._timer(), self._clock()
        body = await count()
        made = _Kept(Answer(body, at), count, began, self._timer() - began, asked)
        dear = await self._is_dear(made)
        newest = self._kept.get(key)
        if emptied == self._emptied and (newest is None or newest.began <= began):
            self._drop(key)
            if dear:
                self._keep(key, made)
        return made.answer

    async def _is_dear(self, made: _Kept) -> bool:
        if made.took < _DEAR or not self._longest or made.size > self._room:
            return False
        if not self._is_long:
            with suppress(Unavailable):
                self._is_long = await self._history() >= _LONG
        return self._is_long

    def _keep(self, key: Hashable, made: _Kept) -> None:
        self._kept[key] = made
        self._size += made.size
        while self._size > self._room:
            self._drop(next(iter(self._kept)))

    def _drop(self, key: Hashable) -> None:
        with suppress(KeyError):
            self._size -= self._kept.pop(key).size
