"""A thread that does one thing after the other for the loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")


class OwnThread:
    """As an executor of one thread, with less between; a forgotten one keeps no process from ending."""

    def __init__(self, name: str) -> None:
        self._jobs: SimpleQueue[tuple[asyncio.Future[Any], Callable[[], Any]] | None]
        self._jobs = SimpleQueue()
        self._last: Callable[[], object] | None = None
        Thread(target=self._work, name=name, daemon=True).start()

    async def run(self, work: Callable[[], T]) -> T:
        """There and back. Whoever is cancelled no longer waits for it, but it is done."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._jobs.put((future, work))
        return await future

    def end(self, last: Callable[[], object] | None = None) -> None:
        """After what it was given before, and `last`, for which nobody waits."""
        self._last = last
        self._jobs.put(None)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            future, work = job
            done: Any = None
            failed: BaseException | None = None
            try:
                done = work()
            except BaseException as error:  # noqa: BLE001 - it is the caller's
                failed = error
            # The loop may have been closed, and with it whoever waited.
            with suppress(RuntimeError):
                future.get_loop().call_soon_threadsafe(_tell, future, done, failed)
            # Nothing of it is kept while waiting for more.
            del job, future, work, done, failed
        if self._last is not None:
            self._last()


def _tell(future: asyncio.Future[Any], done: object, failed: BaseException | None) -> None:
    if future.done():
        return
    if failed is None:
        future.set_result(done)
    else:
        future.set_exception(failed)
