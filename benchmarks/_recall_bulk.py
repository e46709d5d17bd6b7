"""Filling a database with millions of lines: no disk is waited for, and indexes are made when the rows are there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Protocol, cast

import asyncpg
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import asyncpg as asyncpg_dialect
from sqlalchemy.engine import make_url

from chat_server.store import tables
from chat_server.store.sqlite_dialect import SqliteDialect

from ._recall_said import STATEMENT, VARYING, VECTOR, Batch, Row

_COPIED = ("contacts", "visitors", "conversations")
_MEMORY_MB = 1_500
_WORDS_TRIGGER = "recall_words_insert"


class Bulk(Protocol):
    """Between `begin` and `end` nobody else uses the database."""

    async def begin(self) -> int:
        """The first position that is free."""

    async def people(self, like: str, names: Sequence[str]) -> dict[str, str]:
        """More contacts as `like` is, each with a browser and a dialogue, whose ids are told."""

    def fixed(self, columns: dict[str, Any]) -> Row:
        """As rows have them after what varies."""

    async def keep(self, batch: Batch) -> None:
        """Its rows."""

    async def repeat(self, said: range, lines: int, first: int, time: int) -> None:
        """So many lines of others at positions in `said` again, in words of their own, at every second from `first`."""

    async def end(self) -> None:
        """With all indexes."""


def _repeating(said: range, lines: int, first: int, time: int) -> Iterator[str]:
    changed = {
        "position": f"{first} + 2 * (position - {said.start})",
        "seq": f"seq + {time * len(said)}",
        "id": f"'{time}-' || id",
        "client_id": f"'{time}-' || client_id",
        "words": f"'x{time}' || replace(words, ' ', ' x{time}')",
    }
    for table, whose in ((tables.messages, "author_id"), (tables.recall_statements, "contact_id")):
        names = [column.name for column in table.columns]
        values = ", ".join(changed.get(name, name) for name in names)
        yield (
            f"INSERT INTO {table.name} ({', '.join(names)}) SELECT {values} FROM {table.name}"
            f" WHERE position BETWEEN {said.start} AND {said.stop - 1} AND {whose} LIKE '%other-%'"
            f" ORDER BY position LIMIT {lines}"
        )


class _Shaped:
    dialect: sa.Dialect
    _order: tuple[str, ...] = ()

    def fixed(self, columns: dict[str, Any]) -> Row:
        """See `Bulk`."""
        self._order = tuple(columns)
        return tuple(self._kept(name, value) for name, value in columns.items())

    @property
    def columns(self) -> tuple[str, ...]:
        return (*VARYING, *self._order)

    def _kept(self, name: str, value: object) -> Any:
        kind = tables.messages.c[name].type.dialect_impl(self.dialect)
        process = kind.bind_processor(self.dialect)
        return process(value) if process is not None else value


def _renamed(row: dict[str, Any], table: str, like: str, name: str) -> tuple[dict[str, Any], str]:
    """A row of its own for another contact."""
    changed = {key: _instead(value, like, name) for key, value in row.items()}
    if table == "conversations":
        changed["id"] = f"dialogue-{name}"
    return changed, changed["id"]


def _instead(value: Any, like: str, name: str) -> Any:
    mine = (like, f"visitor-{like}", f"digest-{like}")
    return value.replace(like, name) if isinstance(value, str) and value in mine else value


class SqliteBulk(_Shaped):
    """A file that no hub has open; a crash meanwhile would spoil it."""

    def __init__(self, path: str) -> None:
        self.dialect = SqliteDialect()
        self._path = path
        self._indexes: list[str] = []
        self._first = 0

    async def begin(self) -> int:
        """See `Bulk`."""
        self._db = sqlite3.connect(self._path, isolation_level=None)
        run = self._db.execute
        for pragma in (
            "journal_mode=OFF",
            "synchronous=OFF",
            "locking_mode=EXCLUSIVE",
            f"cache_size=-{_MEMORY_MB * 1000}",
            "temp_store=FILE",
        ):
            run(f"PRAGMA {pragma}")
        (self._first,) = run("SELECT coalesce(max(position), 0) + 1 FROM messages").fetchone()
        found = run(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND (name = ? OR"
            " type = 'index' AND tbl_name IN ('messages', 'recall_statements', 'recall_vectors'))",
            [_WORDS_TRIGGER],
        ).fetchall()
        for kind, name, sql in found:
            self._indexes.append(sql)
            run(f"DROP {kind} {name}")
        run("BEGIN")
        return self._first

    async def people(self, like: str, names: Sequence[str]) -> dict[str, str]:
        """See `Bulk`."""
        dialogues: dict[str, str] = {}
        for table in _COPIED:
            of = "id" if table == "contacts" else "contact_id"
            found = self._db.execute(f"SELECT * FROM {table} WHERE {of} = ?", [like])
            columns = [column[0] for column in found.description]
            row = dict(zip(columns, found.fetchone(), strict=True))
            made = [_renamed(row, table, like, name) for name in names]
            self._insert(table, columns, [tuple(one.values()) for one, _ in made])
            dialogues = {name: its for name, (_, its) in zip(names, made, strict=True)}
        return dialogues

    async def keep(self, batch: Batch) -> None:
        """See `Bulk`."""
        at = VARYING.index("created_at")
        self._insert(
            "messages",
            self.columns,
            [(*row[:at], _sqlite_time(row[at]), *row[at + 1 :]) for row in batch.messages],
        )
        self._insert("recall_statements", STATEMENT, batch.statements)
        self._insert("recall_vectors", VECTOR, batch.vectors)

    async def repeat(self, said: range, lines: int, first: int, time: int) -> None:
        """See `Bulk`."""
        for text in _repeating(said, lines, first, time):
            self._db.execute(text)

    async def end(self) -> None:
        """See `Bulk`."""
        run = self._db.execute
        run(
            "INSERT INTO recall_words(rowid, words) SELECT position, words FROM recall_statements"
            " WHERE position >= ? ORDER BY position",
            [self._first],
        )
        for sql in self._indexes:
            run(sql)
        run("COMMIT")
        self._indexes.clear()
        self._db.close()

    def _insert(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        self._db.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)


def _sqlite_time(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S.000000")


class PostgresBulk(_Shaped):
    """Needs a superuser, who may leave out the checks of references."""

    def __init__(self, url: str) -> None:
        self.dialect = asyncpg_dialect.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy has no type for it
        self._url = make_url(url).set(drivername="postgresql")
        self._indexes: list[str] = []

    async def begin(self) -> int:
        """See `Bulk`; the index over the words of messages is of no use to recall, and left out."""
        self._db = await asyncpg.connect(self._url.render_as_string(hide_password=False))
        for setting in (
            "session_replication_role = replica",
            "synchronous_commit = off",
            f"maintenance_work_mem = '{_MEMORY_MB}MB'",
        ):
            await self._db.execute(f"SET {setting}")
        found = await self._db.fetch(
            "SELECT i.tablename, i.indexname, i.indexdef FROM pg_indexes AS i"
            " WHERE i.tablename IN ('messages', 'recall_statements', 'recall_vectors')"
            " AND NOT EXISTS (SELECT FROM pg_constraint AS c WHERE c.conname = i.indexname)"
        )
        for table, name, definition in found:
            await self._db.execute(f"DROP INDEX {name}")
            if table != "messages":
                self._indexes.append(definition)
        first = await self._db.fetchval("SELECT coalesce(max(position), 0) + 1 FROM messages")
        return cast("int", first)

    async def people(self, like: str, names: Sequence[str]) -> dict[str, str]:
        """See `Bulk`."""
        dialogues: dict[str, str] = {}
        for table in _COPIED:
            of = "id" if table == "contacts" else "contact_id"
            row = dict(await self._db.fetchrow(f"SELECT * FROM {table} WHERE {of} = $1", like))
            made = [_renamed(row, table, like, name) for name in names]
            await self._copy(table, list(row), [tuple(one.values()) for one, _ in made])
            dialogues = {name: its for name, (_, its) in zip(names, made, strict=True)}
        return dialogues

    async def keep(self, batch: Batch) -> None:
        """See `Bulk`."""
        await self._copy("messages", self.columns, batch.messages)
        await self._copy("recall_statements", STATEMENT, batch.statements)
        await self._copy("recall_vectors", VECTOR, batch.vectors)

    async def repeat(self, said: range, lines: int, first: int, time: int) -> None:
        """See `Bulk`."""
        for text in _repeating(said, lines, first, time):
            await self._db.execute(text)

    async def end(self) -> None:
        """See `Bulk`."""
        for definition in self._indexes:
            await self._db.execute(definition, timeout=None)
        self._indexes.clear()
        for table in ("messages", "recall_statements", "recall_vectors"):
            await self._db.execute(f"ANALYZE {table}")
        await self._db.close()

    async def _copy(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        await self._db.copy_records_to_table(table, records=rows, columns=list(columns))
