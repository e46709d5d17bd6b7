"""Named leases: which hub does what only one may do at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import sqlalchemy as sa
import structlog
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from chat_server.domain.errors import Unavailable

from .tables import leases

if TYPE_CHECKING:
    from .database import Engines

_log = structlog.get_logger(__name__)
_AWAY = (DBAPIError, PoolTimeout, OSError, Unavailable)


class SqlLeases:
    """See `domain.ports.Leases`. Times are the database's own: hubs need not agree on theirs."""

    def __init__(self, engines: Engines, holder: str | None = None) -> None:
        self._engines = engines
        self._holder = holder or uuid4().hex
        self._now: sa.ColumnElement[float] = (
            sa.literal_column("(julianday('now') - 2440587.5) * 86400.0")
            if engines.is_sqlite
            else sa.literal_column("extract(epoch from clock_timestamp())")
        )

    async def take(self, name: str, seconds: float) -> bool:
        """One statement, so that two hubs at once cannot both win."""
        insert = (sqlite if self._engines.is_sqlite else postgresql).insert(leases)
        statement = insert.values(
            name=name, holder=self._holder, expires_at=self._now + sa.literal(seconds, sa.Float)
        )
        mine_or_over = sa.or_(
            leases.c.holder == statement.excluded.holder, leases.c.expires_at < self._now
        )
        taken = statement.on_conflict_do_update(
            index_elements=[leases.c.name],
            set_={
                "holder": statement.excluded.holder,
                "expires_at": statement.excluded.expires_at,
            },
            where=mine_or_over,
        ).returning(leases.c.name)
        try:
            async with self._engines.turn_to_write(), self._engines.writer.begin() as connection:
                return (await connection.scalar(taken)) is not None
        except _AWAY as error:
            _log.warning("lease_unknown", name=name, error=type(error).__name__)
            return False

    async def free_in(self, name: str) -> float | None:
        """Nobody waits for the writers to be told it."""
        left = sa.select(leases.c.expires_at - self._now).where(leases.c.name == name)
        try:
            async with self._engines.turn_to_read(), self._engines.reader.connect() as connection:
                found = await connection.scalar(left)
        except _AWAY as error:
            _log.warning("lease_unknown", name=name, error=type(error).__name__)
            return None
        return max(float(found or 0.0), 0.0)

    async def release(self) -> None:
        """Best effort: what is not released runs out."""
        mine = sa.delete(leases).where(leases.c.holder == self._holder)
        try:
            async with self._engines.turn_to_write(), self._engines.writer.begin() as connection:
                await connection.execute(mine)
        except _AWAY as error:
            _log.warning("leases_not_released", error=type(error).__name__)
