"""Makes our SQLite driver known to SQLAlchemy, as `sqlite+samtal://`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from types import ModuleType
from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.base import SQLiteExecutionContext
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.util.concurrency import await_

from .sqlite_driver import SqliteConnection


class _Execution(SQLiteExecutionContext):
    def create_server_side_cursor(self) -> Any:
        return self._dbapi_connection.cursor(server_side=True)


class SqliteDialect(SQLiteDialect_pysqlite):
    """`connect_args` may have `begin`, how transactions begin, and `prepare`, which gets every new connection."""

    driver = "samtal"
    is_async = True
    has_terminate = True
    supports_statement_cache = True
    supports_server_side_cursors = True
    execution_ctx_cls = _Execution  # type: ignore[mutable-override]  # SQLAlchemy narrows it alike

    @classmethod
    def import_dbapi(cls) -> ModuleType:
        """Python's own."""
        return sqlite3

    @classmethod
    def get_pool_class(cls, url: Any) -> type[AsyncAdaptedQueuePool]:  # noqa: ARG003 - SQLAlchemy's signature
        """One that waits without holding the loop."""
        return AsyncAdaptedQueuePool

    def connect(
        self,
        *given: Any,
        begin: str = "BEGIN",
        prepare: Callable[[sqlite3.Connection], None] | None = None,
        **options: Any,
    ) -> Any:
        """A connection with a thread."""
        options["check_same_thread"] = False

        def make() -> sqlite3.Connection:
            connection: sqlite3.Connection = sqlite3.connect(*given, **options)
            connection.isolation_level = None  # we begin transactions ourselves
            if prepare is not None:
                prepare(connection)
            return connection

        return await_(SqliteConnection.open(make, begin))

    def do_begin(self, dbapi_connection: Any) -> None:
        """See `SqliteConnection.begin`."""
        dbapi_connection.begin()

    def do_terminate(self, dbapi_connection: Any) -> None:
        """When it cannot be used again."""
        dbapi_connection.terminate()


registry.register("sqlite.samtal", __name__, SqliteDialect.__name__)
