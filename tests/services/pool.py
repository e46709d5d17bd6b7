"""Databases that are put back as they were for the next test, instead of dropped and copied anew."""

from __future__ import annotations

import io
import itertools
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import asyncpg

from tests.services.postgres import kept_loop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.services.postgres import Postgres

_numbers = itertools.count(1)
# Rows that were removed still fill their pages, for nothing is vacuumed: after some tests a copy is cheaper.
_OFTEN = 40
# Each row of a catalog names the transaction that wrote it, so that no change of the schema goes unseen;
# what ANALYZE noted is a change too, for it decides how the next test's questions are answered.
_CATALOGS = (
    "pg_class", "pg_attribute", "pg_attrdef", "pg_constraint", "pg_index", "pg_namespace",
    "pg_proc", "pg_trigger", "pg_type", "pg_extension", "pg_statistic",
)  # fmt: skip
_SETTINGS = (
    "SELECT 'settings', count(*), 0 FROM pg_db_role_setting s JOIN pg_database d"
    " ON d.oid = s.setdatabase WHERE d.datname = current_database()"
)
_SCHEMA = " UNION ALL ".join(
    (
        *(
            f"SELECT '{name}', count(*), sum(xmin::text::bigint) FROM {name}"  # noqa: S608 - our own names
            for name in _CATALOGS
        ),
        _SETTINGS,
    )
)
_HELD = (
    "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND pg_relation_size(oid) > 0"
    " AND relnamespace = 'public'::regnamespace"
)
_COUNTERS = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
_OTHERS = (
    "SELECT count(pg_terminate_backend(pid, 2000)) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@dataclass
class _Lent:
    """A database with the connection that puts it in order."""

    name: str
    url: str
    connection: asyncpg.Connection
    uses: int = 0


@dataclass(frozen=True)
class _Beginning:
    """What every database of the pool is when a test gets it."""

    schema: list[tuple[object, ...]]
    counters: dict[str, int | None]
    rows: dict[str, bytes]


class Pool:
    """Copies of one template; whoever asks gets one that nobody can tell from a new copy by what it holds."""

    def __init__(self, server: Postgres, template: str) -> None:
        self.made = 0
        self._server = server
        self._template = template
        self._free: list[_Lent] = []
        self._beginning: _Beginning | None = None

    @contextmanager
    def one(self) -> Iterator[str]:
        """The address of a database for a test's own use."""
        lent = self._free.pop() if self._free else kept_loop.run(self._copy())
        try:
            yield lent.url
        finally:
            if kept_loop.run(self._in_order(lent)):
                self._free.append(lent)
            else:
                self._drop(lent)

    def close(self) -> None:
        """Drop all."""
        while self._free:
            self._drop(self._free.pop())

    async def _copy(self) -> _Lent:
        name = f"samtal_lent_{os.getpid()}_{next(_numbers)}"
        await self._server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{self._template}"')
        self.made += 1
        url = self._server.url_of(name)
        lent = _Lent(name, url, await asyncpg.connect(url))
        if self._beginning is None:
            self._beginning = await _look(lent.connection)
        return lent

    async def _in_order(self, lent: _Lent) -> bool:
        """Whether the database is again what it was."""
        lent.uses += 1
        if lent.uses >= _OFTEN or self._beginning is None:
            return False
        try:
            return await _restored(lent.connection, self._beginning)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            return False

    def _drop(self, lent: _Lent) -> None:
        async def drop() -> None:
            lent.connection.terminate()
            await self._server.execute(f'DROP DATABASE IF EXISTS "{lent.name}" WITH (FORCE)')

        kept_loop.run(drop())


async def _look(connection: asyncpg.Connection) -> _Beginning:
    rows = {}
    for table in await _held(connection):
        content = io.BytesIO()
        await connection.copy_from_table(table, output=content)
        rows[table] = content.getvalue()
    return _Beginning(await _schema(connection), await _counters(connection), rows)


async def _restored(connection: asyncpg.Connection, beginning: _Beginning) -> bool:
    await connection.execute(_OTHERS)
    if await _schema(connection) != beginning.schema:
        return False
    async with connection.transaction():
        # Whoever still holds a table costs a copy, not the run.
        await connection.execute("SET LOCAL lock_timeout = '5s'")
        # Foreign keys and triggers are still; whoever may not say so makes a copy for each test instead.
        await connection.execute("SET LOCAL session_replication_role = replica")
        held = await _held(connection)
        await connection.execute(";".join(f"DELETE FROM {table}" for table in held))  # noqa: S608
        for table, content in beginning.rows.items():
            await connection.copy_to_table(table, source=io.BytesIO(content))
        for counter, value in (await _counters(connection)).items():
            first = beginning.counters[counter]
            if value != first:
                await connection.execute(
                    "SELECT setval(to_regclass($1), $2, $3)", counter, first or 1, first is not None
                )
    return True


async def _schema(connection: asyncpg.Connection) -> list[tuple[object, ...]]:
    return [tuple(row) for row in await connection.fetch(_SCHEMA)]


async def _held(connection: asyncpg.Connection) -> list[str]:
    return [row[0] for row in await connection.fetch(_HELD)]


async def _counters(connection: asyncpg.Connection) -> dict[str, int | None]:
    return {row[0]: row[1] for row in await connection.fetch(_COUNTERS)}
