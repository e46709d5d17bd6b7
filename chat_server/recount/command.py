"""`python -m chat_server verify-events` and `rebuild-rollups`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from chat_server.clock import utc_now
from chat_server.services.rollups import Rollups
from chat_server.store.database import Engines
from chat_server.store.sql_store import SqlStore

from .verify import Verification, Verified

_MOST_TOLD = 50
_EVERY = 5.0
_TIMES = 2


class _Progress:
    """A line on the terminal now and then."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _EVERY

    def __call__(self, text: str) -> None:
        if time.monotonic() >= self._next:
            sys.stderr.write(f"  {text}\n")
            self._next = time.monotonic() + _EVERY


async def verify_events(url: str, help_folder: Path) -> tuple[str, bool]:
    """What to tell, and whether all is equal."""
    engines = Engines(url)
    try:
        verification = Verification(engines, help_folder, _Progress())
        made = await verification.verify()
        for _ in range(_TIMES):
            # In a shop that is open a page may be younger than what was read of the log; that passes.
            if not made.differing or made.lines == await verification.length():
                break
            made = await verification.verify()
    finally:
        await engines.dispose()
    return "\n".join(_told(made)), not made.differing


async def rebuild_rollups(url: str) -> str:
    """What to tell."""
    engines = Engines(url)
    store = SqlStore(engines, lambda _: None)
    try:
        spans = await Rollups(store, utc_now).rebuild(_Progress())
    finally:
        await store.close()
        await engines.dispose()
    return f"{spans:,} days and months are counted."


def _told(made: Verified) -> Iterator[str]:
    yield f"{made.lines:,} lines of the log, {made.dialogues:,} dialogues"
    for page, figures in made.pages.items():
        yield f"  {page}: {figures:,} figures"
    if made.unnamed:
        yield f"  {made.unnamed:,} dialogues whose persons the log forgot count by their pseudonyms"
    if made.astray:
        yield f"  {made.astray:,} lines of dialogues whose opening the log does not have"
    for difference in made.differing[:_MOST_TOLD]:
        yield f"DIFFERS {difference}"
    if len(made.differing) > _MOST_TOLD:
        yield f"and {len(made.differing) - _MOST_TOLD:,} more"
    yield f"{len(made.differing):,} figures differ." if made.differing else "All figures are equal."
