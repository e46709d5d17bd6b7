"""Makes our SQLite driver known to SQLAlchemy, as `sqlite+samtal://`."""

from __future__ import annotations

import operator
import sqlite3
from collections.abc import Callable
from types import ModuleType
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.base import SQLiteExecutionContext
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.interfaces import ExecuteStyle
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.sql import operators
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
            try:
                if prepare is not None:
                    prepare(connection)
            except BaseException:
                connection.close()
                raise
            return connection

        return await_(SqliteConnection.open(make, begin))

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Tells the driver what it cannot see in the text."""
        cursor.execute(statement, parameters, one_row=_writes_one_row(context))

    def do_begin(self, dbapi_connection: Any) -> None:
        """See `SqliteConnection.begin`."""
        dbapi_connection.begin()

    def do_terminate(self, dbapi_connection: Any) -> None:
        """When it cannot be used again."""
        dbapi_connection.terminate()


def _writes_one_row(context: Any) -> bool:
    """A row that is there in full, or one that is named by its key."""
    compiled = getattr(context, "compiled", None)
    if compiled is None or context.execute_style is not ExecuteStyle.EXECUTE:
        return False
    written = compiled.statement
    if isinstance(written, sa.Insert):
        return written.select is None
    if not isinstance(written, sa.Update) or not isinstance(written.table, sa.Table):
        return False
    named = {
        clause.left
        for clause in getattr(written.whereclause, "clauses", [written.whereclause])
        if isinstance(clause, sa.BinaryExpression) and clause.operator is operator.eq
    }
    return getattr(written.whereclause, "operator", None) is not operators.or_ and named.issuperset(
        written.table.primary_key
    )


registry.register("sqlite.samtal", __name__, SqliteDialect.__name__)
