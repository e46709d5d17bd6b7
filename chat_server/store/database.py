"""Engines: SQLite with one writer that begins IMMEDIATE, PostgreSQL with a pool."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from chat_server.domain.errors import Unavailable
from chat_server.domain.finding import indexed

from . import sqlite_dialect  # noqa: F401 - registers the dialect

if TYPE_CHECKING:
    import asyncpg
    from sqlalchemy import URL

BUSY_MS = 5_000
_POOL_TIMEOUT = 10
_READERS = 4
# KiB a reader, SQLite's own copies of pages. The system keeps the file's pages anyway; two megabytes each, SQLite's
# default, are eight of the hub's in an export or a long report, and make neither faster.
_READERS_CACHE = 500
# In SQLite's journal: a job carries them over before they are so many, unless the hub is flooded or there is none.
_MOST_PAGES = 16_000
_POOL, _MORE = 10, 5
_TIMEOUTS: dict[str, Any] = {"timeout": 5, "command_timeout": 10}


def async_url(url: str) -> URL:
    """`sqlite:///…` and `postgresql://…` with the drivers we use."""
    parsed = make_url(url)
    driver = {
        "sqlite": "sqlite+samtal",
        "postgresql": "postgresql+asyncpg",
        "postgres": "postgresql+asyncpg",
    }
    name = parsed.get_backend_name() if parsed.drivername != "postgres" else "postgres"
    if name not in driver:
        raise ValueError(f"DATABASE_URL must be sqlite:// or postgresql://, not {name}://")
    return parsed.set(drivername=driver[name])


class Engines:
    """`writer` and `reader` are the same engine on PostgreSQL."""

    def __init__(self, url: str) -> None:
        parsed = async_url(url)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        self.url = parsed
        # SQLite has one writer at a time: here they queue in order, so that none is starved by the others.
        self.writing = asyncio.Lock()
        # Likewise for connections: SQLAlchemy's pool gives one that is returned to whoever asks next, not to whoever
        # waits, so that of many who read at once some would never be served.
        self._connections = asyncio.Semaphore(_READERS if self.is_sqlite else _POOL + _MORE)
        if self.is_sqlite:
            if parsed.database:
                Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
            # One writing connection: writers queue here, in order, and never meet "database is locked".
            self.writer = _sqlite(parsed, size=1, begin="BEGIN IMMEDIATE", prepare=_prepare)
            self.reader = _sqlite(parsed, size=_READERS, begin="BEGIN", prepare=_prepare_to_read)
        else:
            self.writer = create_async_engine(
                parsed,
                pool_size=_POOL,
                max_overflow=_MORE,
                pool_timeout=_POOL_TIMEOUT,
                pool_pre_ping=True,
                hide_parameters=True,
                connect_args=_TIMEOUTS,
            )
            self.reader = self.writer

    @asynccontextmanager
    async def turn_to_write(self) -> AsyncIterator[None]:
        """On SQLite, one after the other; PostgreSQL locks rows instead."""
        async with _turn(self.writing if self.is_sqlite else self._connections):
            yield

    @asynccontextmanager
    async def turn_to_read(self) -> AsyncIterator[None]:
        """As many at once as there are connections, in the order in which they came."""
        async with _turn(self._connections):
            yield

    @asynccontextmanager
    async def changing_tables(self) -> AsyncIterator[AsyncConnection]:
        """A transaction whose statements may take as long as they take: a big table's index takes minutes."""
        if self.is_sqlite:
            async with self.writer.begin() as connection:
                yield connection
            return
        patient = {**_TIMEOUTS, "command_timeout": None}
        engine = create_async_engine(
            self.url, poolclass=NullPool, hide_parameters=True, connect_args=patient
        )
        try:
            async with engine.begin() as connection:
                yield connection
        finally:
            await engine.dispose()

    def connect_sqlite(self, statements: int) -> sqlite3.Connection:
        """A connection without SQLAlchemy, for any one thread at a time."""
        connection = sqlite3.connect(
            self.url.database or "",
            timeout=BUSY_MS / 1000,
            check_same_thread=False,
            cached_statements=statements,
        )
        try:
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    async def connect_postgres(self) -> asyncpg.Connection:
        """A connection without SQLAlchemy."""
        import asyncpg  # noqa: PLC0415 - megabytes that a hub on SQLite has no use for

        return await asyncpg.connect(
            self.url.set(drivername="postgresql").render_as_string(hide_password=False),
            **_TIMEOUTS,
        )

    async def dispose(self) -> None:
        """Closes every connection."""
        await self.writer.dispose()
        await self.reader.dispose()


@asynccontextmanager
async def _turn(gate: asyncio.Lock | asyncio.Semaphore) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(_POOL_TIMEOUT):
            await gate.acquire()
    except TimeoutError as error:
        raise Unavailable("Too many ask the database at once; try again.") from error
    try:
        yield
    finally:
        gate.release()


def _sqlite(url: URL, *, size: int, begin: str, prepare: Callable[[Any], None]) -> AsyncEngine:
    return create_async_engine(
        url,
        pool_size=size,
        max_overflow=0,
        pool_timeout=_POOL_TIMEOUT,
        pool_use_lifo=True,  # the fewest connections that will do, each has a cache of its own
        connect_args={"begin": begin, "prepare": prepare},
        hide_parameters=True,  # they are what people wrote, and errors are logged
    )


def _prepare_to_read(connection: Any) -> None:
    _prepare(connection)
    connection.execute(f"PRAGMA cache_size=-{_READERS_CACHE}")


def _prepare(connection: Any) -> None:
    connection.isolation_level = None  # we begin transactions ourselves
    # A trigger asks for it, and some builds of SQLite trust none that does.
    connection.create_function("search_words", 1, indexed, deterministic=True)
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # an acknowledged message survives a power cut
        "foreign_keys=ON",
        "trusted_schema=ON",
        "secure_delete=ON",  # what was erased is not left in free pages
        f"wal_autocheckpoint={_MOST_PAGES}",
        f"busy_timeout={BUSY_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
