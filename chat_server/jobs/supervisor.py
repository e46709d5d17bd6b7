"""Keeps background tasks alive: one that fails is logged and begun again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from chat_server import tasks
from chat_server.domain.errors import Unavailable

_log = structlog.get_logger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 5.0


class Supervisor:
    """Tasks run until `stop`."""

    def __init__(self) -> None:
        self._tasks: list[asyncio.Task[None]] = []

    def start(self, name: str, run: Callable[[], Awaitable[None]]) -> None:
        """`run` goes on for ever; returning counts as failing."""
        self._tasks.append(asyncio.create_task(self._keep(name, run), name=name))

    async def stop(self) -> None:
        """Cancels all and waits for them."""
        await tasks.end(self._tasks)
        self._tasks.clear()

    @staticmethod
    async def _keep(name: str, run: Callable[[], Awaitable[None]]) -> None:
        pause = _FIRST_PAUSE
        while True:
            began = asyncio.get_running_loop().time()
            try:
                await run()
            except Unavailable as error:
                # No mistake of the job's; and a traceback costs more than the try.
                _log.warning("job_waits", job=name, why=error.message)
            except Exception:  # noqa: BLE001 - keeping it alive is the point; it is logged
                _log.exception("job_failed", job=name)
            ran = asyncio.get_running_loop().time() - began
            pause = _FIRST_PAUSE if ran > _LONGEST_PAUSE else min(pause * 2, _LONGEST_PAUSE)
            await asyncio.sleep(pause)
