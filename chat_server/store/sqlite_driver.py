"""SQLite for SQLAlchemy's asyncio: what is short on the spot, everything else in one hop to the connection's own thread.

A reading statement is begun on the loop. Has its transaction held the loop for longer than a slice, SQLite stops it
and it is run anew in the thread, where it may take its time. One row is written on the loop, too. What writes more,
goes to the disk, waits for a lock or streams is done in the thread from the start. `BEGIN` goes with the first statement.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy.connectors.asyncio import AsyncAdapt_terminate
from sqlalchemy.util.concurrency import await_

from .own_thread import OwnThread
from .sqlite_cursors import Cursor, Found, StreamingCursor, Values

T = TypeVar("T")
# How long one transaction may hold the loop before others get their turn, in seconds.
_SLICE = 0.003
# Steps of SQLite's machine between two looks at the clock: some ten microseconds.
_STEPS = 1_000
_READS = "SELECT"
_NOT_HERE = frozenset({sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_BUSY})


class SqliteConnection(AsyncAdapt_terminate):
    """One connection with its thread; only one of thread and loop works with it at a time."""

    def __init__(self, begin: str, connection: sqlite3.Connection, thread: OwnThread) -> None:
        self._begin = begin
        self._connection = connection
        self._thread = thread
        # On the loop nobody waits for a lock; in the thread as long as was asked for.
        (self._patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
        connection.execute("PRAGMA busy_timeout=0")
        self._watched = False
        self._until = 0.0
        # Of the transaction: what it still has to begin with, and whether anything but reading was done in it.
        self._pending: str | None = None
        self._wrote = False

    @classmethod
    async def open(cls, make: Callable[[], sqlite3.Connection], begin: str) -> SqliteConnection:
        """In the thread: the file may be locked."""
        thread = OwnThread("sqlite")
        made: list[sqlite3.Connection] = []

        def connect() -> SqliteConnection:
            made.append(make())
            return cls(begin, made[0], thread)

        def close() -> None:
            for connection in made:
                connection.close()

        try:
            return await thread.run(connect)
        except BaseException:
            # Who no longer waits for it leaves it to be made, and to nobody.
            thread.end(close)
            raise

    def cursor(self, server_side: bool = False) -> Cursor:  # noqa: FBT001, FBT002 - SQLAlchemy's name
        """A new one."""
        return StreamingCursor(self) if server_side else Cursor(self)

    def create_function(self, *given: Any, **options: Any) -> None:
        """As `sqlite3` has it."""
        self._connection.create_function(*given, **options)

    # ---------------------------------------------------------- transactions

    def begin(self) -> None:
        """With the next statement."""
        self._pending, self._wrote = self._begin, False
        self._until = monotonic() + _SLICE

    def commit(self) -> None:
        """In the thread when there is something to write to the disk."""
        self._end("COMMIT")

    def rollback(self) -> None:
        """Nothing when nothing was begun."""
        self._end("ROLLBACK")

    def _end(self, how: str) -> None:
        self._pending = None
        if not self._connection.in_transaction:
            return
        if self._wrote:
            self.hop(self._perform, how, ())
        else:
            # Steps are counted over all runs of a statement: even this one would be stopped some day.
            self._watch(on=False)
            self._connection.execute(how)

    # ------------------------------------------------------------ statements

    def execute(self, text: str, values: Values, *, one_row: bool) -> Found:
        """Here when it is short."""
        if monotonic() < self._until:
            try:
                if one_row:
                    return self._write_here(text, values)
                if text.startswith(_READS):
                    return self._read_here(text, values)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in _NOT_HERE:
                    raise
        return self.hop(self._perform, text, values)

    def executemany(self, text: str, many: Sequence[Values]) -> Found:
        """In the thread."""
        return self.hop(self._perform_many, text, many)

    def stream(self, text: str, values: Values) -> sqlite3.Cursor:
        """In the thread, its rows too."""
        return self.hop(self._start, text, values)

    def _read_here(self, text: str, values: Values) -> Found:
        self._begin_pending()
        self._watch(on=True)
        return self._perform_here(text, values)

    def _write_here(self, text: str, values: Values) -> Found:
        # Not to be stopped: that would undo all that was written before.
        self._watch(on=False)
        self._wrote = True
        return self._perform_here(text, values)

    def _perform_here(self, text: str, values: Values) -> Found:
        self._begin_pending()
        found = _found(self._connection.execute(text, values))
        await_(_nothing())  # SQLAlchemy minds when nothing was awaited
        return found

    def _watch(self, *, on: bool) -> None:
        if on is not self._watched:
            self._connection.set_progress_handler(self._too_long if on else None, _STEPS)
            self._watched = on

    def _too_long(self) -> bool:
        return monotonic() > self._until

    # --------------------------------------------------------- in the thread

    def _perform(self, text: str, values: Values) -> Found:
        return _found(self._start(text, values))

    def _perform_many(self, text: str, many: Sequence[Values]) -> Found:
        self._wrote = True
        self._patiently(self._begin_pending)
        return _found(self._connection.executemany(text, many))

    def _start(self, text: str, values: Values) -> sqlite3.Cursor:
        self._wrote = self._wrote or not text.startswith(_READS)
        self._patiently(self._begin_pending)
        return self._patiently(self._connection.execute, text, values)

    def _begin_pending(self) -> None:
        if self._pending is not None:
            # Stopped, it might have begun all the same.
            self._watch(on=False)
            self._connection.execute(self._pending)
            self._pending = None

    def _patiently(self, work: Callable[..., T], *given: Any) -> T:
        """Who holds the lock may be another process: a copy being made, a command."""
        try:
            return work(*given)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
        self._connection.execute(f"PRAGMA busy_timeout={self._patience}")
        try:
            return work(*given)
        finally:
            self._connection.execute("PRAGMA busy_timeout=0")

    # ------------------------------------------------------------ the thread

    def hop(self, work: Callable[..., T], *given: Any) -> T:
        """There and back; who is cancelled meanwhile stops the statement, and the connection is given up."""
        self._watch(on=False)
        try:
            done: T = await_(self._thread.run(lambda: work(*given)))
        except asyncio.CancelledError:
            self._connection.interrupt()
            raise
        self._until = monotonic() + _SLICE
        return done

    # ------------------------------------------------------------------- end

    def close(self) -> None:
        """The thread ends with it."""
        await_(self._terminate_graceful_close())

    async def _terminate_graceful_close(self) -> None:
        """After what the thread still does."""
        try:
            await self._thread.run(self._connection.close)
        finally:
            self._thread.end()

    def _terminate_force_close(self) -> None:
        """Without waiting for it."""
        self._connection.interrupt()
        self._thread.end(self._connection.close)


async def _nothing() -> None:
    """Takes no turn of the loop."""


def _found(cursor: sqlite3.Cursor) -> Found:
    rows = cursor.fetchall() if cursor.description else []
    return Found(rows, cursor.description, cursor.rowcount, cursor.lastrowid)
