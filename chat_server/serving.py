"""Serves an application until the process is asked to stop, and lets it end what it began."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Awaitable, Callable

from aiohttp import web

# What an application does between the last new connection and the end of the old ones, which still work.
LAST_WORDS: web.AppKey[Callable[[], Awaitable[None]]] = web.AppKey("last_words")
_REQUESTS_WITHIN = 5.0


async def serve(
    app: web.Application,
    host: str,
    port: int,
    stop: asyncio.Event,
    started: Callable[[], None] = lambda: None,
) -> None:
    """Until `stop` is set. Raises OSError when the address cannot be had."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=_REQUESTS_WITHIN)
    try:
        await runner.setup()
        # All may come back at once.
        site = web.TCPSite(runner, host, port, backlog=1024)
        await site.start()
        started()
        await stop.wait()
        await site.stop()
        # Before aiohttp begins to end: from then on it reads nothing any more.
        await app[LAST_WORDS]()
    finally:
        await runner.cleanup()


def on_signals() -> asyncio.Event:
    """Set by the first SIGTERM or SIGINT; the second one ends the process as it always would."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def begin() -> None:
        stop.set()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)

    # Where the loop knows no signals, they end the process as they would.
    with contextlib.suppress(NotImplementedError):
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, begin)
    return stop
