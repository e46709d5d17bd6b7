"""Stopping when only make is asked to: it passes no SIGINT on.

Ctrl-C in a terminal reaches make and the launcher alike. A program that interrupts make alone,
as test runners and service managers do, would wait for ever: make waits for its child with the
signal blocked and tells nobody. The blocked signal can be seen, though.
"""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

_LOOK_EVERY = 0.25
_MAKES = frozenset({"make", "gmake"})


async def until_interrupted() -> None:
    """Return when the make that started us has been interrupted; never for other parents."""
    parent = os.getppid()
    if _name(parent) not in _MAKES or _blocks_interrupts(parent):
        await asyncio.get_running_loop().create_future()
    while not _blocks_interrupts(parent):  # noqa: ASYNC110  # another process: nothing to await
        await asyncio.sleep(_LOOK_EVERY)


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def _blocks_interrupts(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
    for line in status.splitlines():
        if line.startswith("SigBlk:"):
            return bool(int(line.split()[1], 16) >> (signal.SIGINT - 1) & 1)
    return False
