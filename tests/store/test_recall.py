"""PostgreSQL finds statements by its index, as SQLite does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncSession

from chat_server.store.recall import RecallRows

if TYPE_CHECKING:
    from tests.core.core import Core


@pytest.mark.integration
async def test_words_are_looked_up_in_the_index(postgres_core: Core) -> None:
    async with AsyncSession(postgres_core.engines.reader) as session:
        hits = RecallRows(session)._hits({"abc": 1.0})
        dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
        text = hits.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
        # So few rows would be read one by one, which says nothing about millions.
        await session.execute(sa.text("SET LOCAL enable_seqscan = off"))
        await session.execute(sa.text("SET LOCAL enable_indexscan = off"))
        plan = await session.execute(sa.text(f"EXPLAIN {text}"))
        assert "ix_recall_statements_words" in "\n".join(row[0] for row in plan)
