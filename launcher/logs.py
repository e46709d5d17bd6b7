"""Log files that do not grow for ever."""

from __future__ import annotations

import asyncio
import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 20 * 1024 * 1024
_LOOK_EVERY = 60.0


async def keep_small(folder: Path, largest: int = LARGEST, every: float = _LOOK_EVERY) -> None:
    """Look at the logs now and then, for as long as the launcher lives."""
    while True:
        await asyncio.sleep(every)
        shorten_all(folder, largest)


def shorten_all(folder: Path, largest: int = LARGEST) -> None:
    """Every log of the folder that has grown too large."""
    for log in folder.glob("*.log"):
        shorten(log, largest)


def shorten(log: Path, largest: int = LARGEST) -> None:
    """Move a large log's content to ``.1``.

    Its writer keeps the file open and appends, so the file is copied and emptied in place.
    """
    try:
        if log.stat().st_size <= largest:
            return
        shutil.copyfile(log, log.with_name(log.name + ".1"))
        os.truncate(log, 0)
    except OSError:
        # Gone, or the disk is full: the next look tries again; serving goes on meanwhile.
        return
