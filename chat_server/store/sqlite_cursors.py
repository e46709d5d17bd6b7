"""What SQLAlchemy takes rows from: those of a statement that is done, and those of one that goes on."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

T = TypeVar("T")
Values = Sequence[Any] | Mapping[str, Any]


class Found(NamedTuple):
    """What a statement left."""

    rows: list[Any]
    description: Any
    rowcount: int
    lastrowid: int | None


class Source(Protocol):
    """The connection, as cursors need it."""

    def execute(self, text: str, values: Values, *, one_row: bool) -> Found:
        """One statement."""

    def executemany(self, text: str, many: Sequence[Values]) -> Found:
        """One statement for each."""

    def stream(self, text: str, values: Values) -> sqlite3.Cursor:
        """One whose rows are not fetched yet."""

    def hop(self, work: Callable[..., T], *given: Any) -> T:
        """In the connection's thread."""


class Cursor:
    """As the DBAPI has it; all rows are there once the statement was executed."""

    arraysize = 1

    def __init__(self, connection: Source) -> None:
        self._connection = connection
        self._rows: deque[Any] = deque()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    def execute(self, text: str, values: Values = (), *, one_row: bool = False) -> None:
        """One statement; `one_row` when it writes no more than that."""
        self._keep(self._connection.execute(text, values, one_row=one_row))

    def executemany(self, text: str, many: Sequence[Values]) -> None:
        """One statement for each."""
        self._keep(self._connection.executemany(text, many))

    def _keep(self, found: Found) -> None:
        rows, self.description, self.rowcount, self.lastrowid = found
        self._rows = deque(rows)

    def fetchone(self) -> Any:
        """None at the end."""
        return self._rows.popleft() if self._rows else None

    def fetchmany(self, size: int | None = None) -> list[Any]:
        """At most so many."""
        return [self._rows.popleft() for _ in range(min(size or self.arraysize, len(self._rows)))]

    def fetchall(self) -> list[Any]:
        """The rest."""
        rows, self._rows = list(self._rows), deque()
        return rows

    def __iter__(self) -> Iterator[Any]:
        while self._rows:
            yield self._rows.popleft()

    def close(self) -> None:
        """Nothing is open here."""
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        """SQLAlchemy's name for giving the connection back before the rows are read."""


class StreamingCursor(Cursor):
    """Leaves the rows where they are until they are asked for."""

    _open: sqlite3.Cursor | None = None

    def execute(self, text: str, values: Values = (), *, one_row: bool = False) -> None:  # noqa: ARG002 - as above
        """The rows come by and by."""
        self._open = self._connection.stream(text, values)
        self.description = self._open.description

    def fetchone(self) -> Any:
        """None at the end."""
        rows = self.fetchmany(1)
        return rows[0] if rows else None

    def fetchmany(self, size: int | None = None) -> list[Any]:
        """At most so many."""
        return self._connection.hop(self._cursor.fetchmany, size or self.arraysize)

    def fetchall(self) -> list[Any]:
        """The rest."""
        return self._connection.hop(self._cursor.fetchall)

    def __iter__(self) -> Iterator[Any]:
        while (row := self.fetchone()) is not None:
            yield row

    def close(self) -> None:
        """The statement ends."""
        if self._open is not None:
            self._connection.hop(self._open.close)
            self._open = None

    @property
    def _cursor(self) -> sqlite3.Cursor:
        if self._open is None:
            raise sqlite3.ProgrammingError("This result is closed.")
        return self._open
