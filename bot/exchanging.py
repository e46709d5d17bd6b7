"""Has the bots that run take the model that was chosen, and waits until they have."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

# As `launcher/exchange.py` has it.
_ASKS = signal.SIGUSR1
_LOOK_EVERY = 0.2
_TAKEN_UP_WITHIN, _DONE_WITHIN = 15.0, 600.0


class ExchangeFailed(Exception):
    """They go on with the model they had."""


def bots_take_over(state: Path, launcher: int | None) -> None:
    """By the launcher that started them, one process after the other.

    Without one (each bot a container of its own) they see the choice themselves, see `serve.py --follow`: then there
    is nothing to wait for here.
    """
    if launcher is None:
        return
    asked = time.time()
    try:
        os.kill(launcher, _ASKS)
    except OSError as error:
        raise ExchangeFailed("the launcher is gone") from error
    while True:
        noted = _read(state / "exchange.json")
        if _since(noted) >= asked:
            if noted.get("state") == "done":
                return
            if noted.get("state") == "failed":
                raise ExchangeFailed(str(noted.get("error")))
        waited = time.time() - asked
        if waited > (_DONE_WITHIN if _since(noted) >= asked else _TAKEN_UP_WITHIN):
            raise ExchangeFailed("the bots did not change over in time")
        time.sleep(_LOOK_EVERY)


def _since(noted: dict[str, float | str]) -> float:
    return float(noted.get("began", 0.0))


def _read(file: Path) -> dict[str, float | str]:
    try:
        found: dict[str, float | str] = json.loads(file.read_text())
    except (OSError, ValueError):
        return {}
    return found
