"""The store on a database: it begins transactions, and its journal writes what comes many at a time."""

from __future__ import annotations

from contextlib import asynccontextmanager
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import sqlalchemy as sa
import structlog
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncSession

from chat_server.domain.errors import Duplicate, Unavailable

from .carrying_over import CarryingOver
from .holding import Holding
from .journal import MOST_TOGETHER, Journal, Ledger
from .journal_sqlite import SqliteLedger
from .mapping import map_domain
from .scrubbing import VACUUM, purge_words, truncate_journal
from .shortcuts import SqliteShortcuts
from .transaction import SqlTransaction

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from sqlalchemy.ext.asyncio import AsyncEngine

    from chat_server.domain.journal import Entry
    from chat_server.domain.live import LiveEvent

    from .database import Engines

T = TypeVar("T")
_log = structlog.get_logger(__name__)


class SqlStore:
    """Begins transactions; hands live events to `publish` once they are committed."""

    def __init__(
        self,
        engines: Engines,
        publish: Callable[[Sequence[LiveEvent]], None],
        most_together: int = MOST_TOGETHER,
    ) -> None:
        map_domain()
        self._engines = engines
        self._publish = publish
        self._most_together = most_together
        self._carrying_over = CarryingOver(engines.connect_sqlite)

    @cached_property
    def journal(self) -> Journal:
        """Made when it is first written to: chores have no use for it."""
        return Journal(self._ledger(), self._publish, most_together=self._most_together)

    @property
    def shortcuts(self) -> SqliteShortcuts | None:
        """On PostgreSQL writers do not wait for each other."""
        ledger = self.journal.ledger
        return SqliteShortcuts(ledger) if isinstance(ledger, SqliteLedger) else None

    def _ledger(self) -> Ledger:
        engines = self._engines
        if engines.is_sqlite:
            return SqliteLedger(engines.connect_sqlite, engines.writing)
        from .journal_postgres import PostgresLedger  # noqa: PLC0415 - its driver is megabytes

        return PostgresLedger(engines.connect_postgres)

    def write(self, entry: Entry[T]) -> Awaitable[T]:
        """Through the journal."""
        return self.journal.write(entry)

    async def catch_up(self) -> None:
        """Words said since the last time are found from here on."""
        while await self.journal.catch_up():
            pass

    async def catch_up_some(self) -> bool:
        """Some of them; whether there may be more."""
        return await self.journal.catch_up()

    async def close(self) -> None:
        """Writes what is waiting; the engines are their owner's to dispose of."""
        if "journal" in vars(self):
            await self.journal.close()
        self._carrying_over.close()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[SqlTransaction]:
        """A writing transaction; effects leave after its commit."""
        async with (
            self._engines.turn_to_write(),
            self._session(self._engines.writer) as session,
        ):
            transaction = SqlTransaction(session)
            yield transaction
            await transaction.flush()
            await session.commit()
        if transaction.live:
            self._publish(transaction.live)
        for action in transaction.actions:
            action()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[SqlTransaction]:
        """A view for reading; what is changed in it is not kept, and what is told of it is told."""
        async with (
            self._engines.turn_to_read(),
            self._session(self._engines.reader) as session,
        ):
            transaction = SqlTransaction(session)
            yield transaction
        if transaction.live:
            self._publish(transaction.live)

    async def carry_over(self) -> bool:
        """PostgreSQL has a process for it."""
        return self._engines.is_sqlite and await self._carrying_over.carry_over()

    async def purge(self) -> None:
        """PostgreSQL's index loses them with their rows."""
        if self._engines.is_sqlite:
            await purge_words(self._engines)

    async def scrub(self) -> bool:
        """SQLite's journal begins anew, pages are written over already; PostgreSQL takes dead rows away."""
        if not self._engines.is_sqlite:
            async with self._engines.writer.connect() as connection:
                chore = await connection.execution_options(isolation_level="AUTOCOMMIT")
                await chore.execute(sa.text(VACUUM))
            return True
        async with self._engines.turn_to_write():
            return await truncate_journal(self._engines)

    async def ping(self) -> None:
        """One round trip."""
        async with (
            self._engines.turn_to_read(),
            self._session(self._engines.reader) as session,
        ):
            await session.execute(sa.text("SELECT 1"))

    @asynccontextmanager
    async def _session(self, engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
        try:
            async with AsyncSession(
                engine, sync_session_class=Holding, expire_on_commit=False, autoflush=False
            ) as session:
                yield session
        except IntegrityError as error:
            # Two of the same at once: the other one won, and asking again finds what it wrote.
            raise Duplicate("Somebody else just did the same; try again.") from error
        except (ProgrammingError, DataError):
            raise  # a mistake of ours, which trying again would not mend
        except (DBAPIError, PoolTimeout, OSError) as error:
            _log.warning("database_away", error=type(error).__name__)
            raise Unavailable(
                "The database does not answer; nothing was saved, try again."
            ) from error
