"""The two databases as they are filled by the million: nobody waits for the disk, and indexes come when rows are there."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from chat_server.domain.finding import indexed

from .pattern import names_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import asyncpg

    from chat_server.store.database import Engines

Rows = Sequence[Sequence[object]]
_WORDS_AT_ONCE = 100_000
_BUSY_TABLES = ("messages", "events", "conversations", "response_events", "facts")
_SETTINGS = (
    "PRAGMA journal_mode=OFF",
    "PRAGMA synchronous=OFF",
    "PRAGMA foreign_keys=OFF",
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA cache_size=-600000",
    "PRAGMA temp_store=MEMORY",
)


class Filling(Protocol):
    """Between `begin` and `end` nobody else uses the database."""

    async def begin(self) -> None:
        """Indexes that can go are gone."""

    async def run(self, statement: str) -> None:
        """One statement."""

    async def put(self, table: str, columns: Sequence[str], rows: Rows) -> None:
        """Many rows."""

    async def end(self, tell: Callable[[str], None]) -> None:
        """With all indexes, and every word found."""


class SqliteFilling:
    """One connection; a crash in the middle leaves a file to be thrown away."""

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.create_function("search_words", 1, indexed, deterministic=True)
        self._indexes: list[tuple[str, str]] = []

    async def begin(self) -> None:
        """See `Filling`."""
        run = self._connection.execute
        for setting in _SETTINGS:
            run(setting)
        asked = (
            "SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        )
        found = run(asked).fetchall()
        self._indexes = [(name, sql) for name, sql, table in found if table in _BUSY_TABLES]
        for name, _ in self._indexes:
            run(f'DROP INDEX "{name}"')

    async def run(self, statement: str) -> None:
        """See `Filling`."""
        self._connection.execute(statement)

    async def put(self, table: str, columns: Sequence[str], rows: Rows) -> None:
        """See `Filling`."""
        marks = ", ".join("?" * len(columns))
        self._connection.execute("BEGIN")
        self._connection.executemany(
            f"INSERT INTO {table} ({names_of(columns)}) VALUES ({marks})",  # noqa: S608 - names are ours
            rows,
        )
        self._connection.execute("COMMIT")

    async def end(self, tell: Callable[[str], None]) -> None:
        """See `Filling`."""
        run = self._connection.execute
        for name, sql in self._indexes:
            tell(f"index {name}")
            run(sql)
        (last,) = run("SELECT coalesce(max(position), 0) FROM messages").fetchone()
        for start in range(0, last, _WORDS_AT_ONCE):
            tell(f"words of {start:,} of {last:,} messages")
            run(
                "INSERT INTO message_search(rowid, text) SELECT position, search_words(text) FROM messages"
                " WHERE position > ? AND position <= ? AND kind <> 'note' ORDER BY position",
                [start, start + _WORDS_AT_ONCE],
            )
        run("UPDATE message_search_progress SET position = ?", [last])
        self._connection.close()


class PostgresFilling:
    """Its own connection, which may take as long as it takes."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection
        self._indexes: list[str] = []

    async def begin(self) -> None:
        """See `Filling`."""
        run = self._connection.execute
        await run("SET synchronous_commit = off")
        await run("SET session_replication_role = replica")
        await run("SET maintenance_work_mem = '512MB'")
        found = await self._connection.fetch(
            "SELECT i.indexname, i.indexdef FROM pg_indexes i LEFT JOIN pg_constraint c"
            " ON c.conname = i.indexname WHERE i.schemaname = current_schema()"
            " AND c.conname IS NULL AND i.tablename = ANY($1)",
            list(_BUSY_TABLES),
        )
        self._indexes = [one["indexdef"] for one in found]
        for one in found:
            await run(f'DROP INDEX "{one["indexname"]}"')

    async def run(self, statement: str) -> None:
        """See `Filling`."""
        await self._connection.execute(statement)

    async def put(self, table: str, columns: Sequence[str], rows: Rows) -> None:
        """See `Filling`."""
        await self._connection.copy_records_to_table(table, columns=list(columns), records=rows)

    async def end(self, tell: Callable[[str], None]) -> None:
        """See `Filling`."""
        for definition in self._indexes:
            tell(re.sub(r" ON .*", "", definition))
            await self._connection.execute(definition)
        tell("statistics")
        await self._connection.execute("ANALYZE")
        await self._connection.close()


async def filling_of(engines: Engines) -> Filling:
    """For the database behind them."""
    if engines.is_sqlite:
        return SqliteFilling(engines.url.database or "")
    import asyncpg  # noqa: PLC0415 - megabytes that a hub on SQLite has no use for

    url = engines.url.set(drivername="postgresql").render_as_string(hide_password=False)
    return PostgresFilling(await asyncpg.connect(url))
