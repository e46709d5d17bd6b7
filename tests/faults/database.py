"""Looking into a stage's database apart from its hubs."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from chat_server.store.database import async_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy.ext.asyncio import AsyncConnection


@asynccontextmanager
async def connected(database_url: str) -> AsyncIterator[AsyncConnection]:
    """One connection of its own; what is not committed is undone."""
    engine = create_async_engine(async_url(database_url))
    try:
        async with engine.connect() as connection:
            yield connection
    finally:
        await engine.dispose()


async def found(database_url: str, statement: str) -> list[tuple[Any, ...]]:
    """The rows of one question."""
    async with connected(database_url) as connection:
        return [tuple(row) for row in await connection.execute(sa.text(statement))]
