"""Ends background tasks for certain."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

_AGAIN_AFTER = 0.1


async def end(tasks: Iterable[asyncio.Task[None]], within: float = 5.0) -> None:
    """Cancels until all are done: a cancellation that meets a time-out or an answer may be swallowed once.

    Whoever is cancelled while waiting here leaves no task behind either, and is cancelled afterwards.
    """
    pending = {task for task in tasks if not task.done()}
    deadline = asyncio.get_running_loop().time() + within
    cancelled: asyncio.CancelledError | None = None
    while pending and asyncio.get_running_loop().time() < deadline:
        for task in pending:
            task.cancel()
        try:
            await asyncio.wait(pending, timeout=_AGAIN_AFTER)
        except asyncio.CancelledError as error:
            cancelled = error
        pending = {task for task in pending if not task.done()}
    if cancelled is not None:
        raise cancelled
