"""SQLite's committed pages are carried over into the database file beside its writers, not by one of them.

By itself SQLite has whoever commits the thousandth page do it, with two waits for the disk, and every message behind
that commit waits too. `PASSIVE` stands in nobody's way: writers go on, and what a reader still needs is left for later.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from chat_server.domain.errors import Unavailable

from .own_thread import OwnThread

if TYPE_CHECKING:
    from collections.abc import Callable


class CarryingOver:
    """One connection with a thread of its own, made when it is first used."""

    def __init__(self, connect: Callable[[int], sqlite3.Connection]) -> None:
        self._connect = connect
        self._thread: OwnThread | None = None
        self._connection: sqlite3.Connection | None = None
        self._pages = 0

    async def carry_over(self) -> bool:
        """All that nobody still reads; whether there was anything new. Raises `Unavailable`, with nothing lost."""
        if self._thread is None:
            self._thread = OwnThread("carrying over")
        return await self._thread.run(self._carry)

    def close(self) -> None:
        """After what it does at this moment."""
        if self._thread is not None:
            self._thread.end(self._disconnect)
            self._thread = None

    # --------------------------------------------------------- in the thread

    def _carry(self) -> bool:
        try:
            if self._connection is None:
                self._connection = self._connect(1)
            _, pages, _ = self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except sqlite3.OperationalError as error:
            self._disconnect()
            raise Unavailable(f"Pages stay in SQLite's journal: {error}") from error
        before, self._pages = self._pages, pages
        return bool(pages != before)

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
