"""A bot that nobody exchanges sees itself that another model was chosen, and makes room for its next start."""

from __future__ import annotations

import asyncio
import fcntl
import time
from pathlib import Path

from model_in_service import model_in_service

_LOOKS_EVERY = 2.0
# One that restarts is ready again within this; meanwhile the others answer.
_ONE_AT_A_TIME = 60.0


async def until_another_is_chosen(built: Path, state: Path) -> None:
    """Returns when this process shall end, so that what keeps it alive starts it with the other model."""
    loaded = model_in_service(built, state)
    while model_in_service(built, state) == loaded or not _is_our_turn(state, time.time()):  # noqa: ASYNC110 - a file tells nobody
        await asyncio.sleep(_LOOKS_EVERY)


def _is_our_turn(state: Path, now: float) -> bool:
    """Whether no other one left a moment ago; if so, we have left."""
    with (state / "changing").open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        last = file.read().strip()
        if last and now - float(last) < _ONE_AT_A_TIME:
            return False
        file.truncate(0)
        file.write(str(now))
        return True
