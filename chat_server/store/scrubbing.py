"""What deleted rows leave in files."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from .database import Engines

# Nothing of a person is in other tables. Without FULL nobody waits for it.
VACUUM = (
    "VACUUM messages, conversations, contacts, visitors, facts, forgotten_facts, files, consents, outbox, webhook_deliveries,"
    " events, response_events, merges, lessons,"
    " sampled_dialogues, codings, audit"
)
# Nobody writes meanwhile; who reads for longer is waited for another time.
_PATIENCE_MS = 200
# Of the search index, in one go: a few milliseconds, for which messages wait.
_PAGES_AT_ONCE = 16
_MERGE = "INSERT INTO message_search(message_search, rank) VALUES ('merge', ?)"


async def purge_words(engines: Engines) -> None:
    """Takes the words of deleted messages out of the index, where FTS5 keeps them until it has merged all of it."""
    pages, more = -_PAGES_AT_ONCE, True
    while more:
        async with engines.turn_to_write():
            more = await asyncio.to_thread(_merge, engines, pages)
        pages = _PAGES_AT_ONCE


def _merge(engines: Engines, pages: int) -> bool:
    """Whether there is more to merge; negative at first, for all of it."""
    with contextlib.closing(engines.connect_sqlite(0)) as connection:
        before = connection.total_changes
        connection.execute(_MERGE, [pages])
        # FTS5's own sign: it counts one for the command itself.
        return connection.total_changes - before > 1


async def truncate_journal(engines: Engines) -> bool:
    """Deleted rows are zeros in the file already; the pages from before go from the journal beside it."""
    return await asyncio.to_thread(_truncate, engines)


def _truncate(engines: Engines) -> bool:
    with contextlib.closing(engines.connect_sqlite(0)) as connection:
        connection.execute(f"PRAGMA busy_timeout={_PATIENCE_MS}")
        return _is_done(connection)


def _is_done(connection: sqlite3.Connection) -> bool:
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
