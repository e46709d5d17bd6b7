"""PostgreSQL finds statements by its index, as SQLite does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import asyncpg
import pytest
from sqlalchemy.dialects.postgresql import asyncpg as dialect
from sqlalchemy.ext.asyncio import AsyncSession

from chat_server.store.recall import RecallRows

if TYPE_CHECKING:
    from tests.core.core import Core

# So many that to read one after the other by position is slow, and one word in every second of them.
_MANY = """
INSERT INTO recall_statements (position, contact_id, words, length, awaits_vector)
SELECT n, 'somebody', 'common' || n % 2 || ' rare' || n, 2, false FROM generate_series(1, 20000) AS n
"""


@pytest.mark.integration
@pytest.mark.parametrize("plans", ["force_custom_plan", "force_generic_plan"])
async def test_words_are_looked_up_in_the_index(
    postgres_core: Core, postgres_core_url: str, plans: str
) -> None:
    async with AsyncSession(postgres_core.engines.reader) as session:
        hits = RecallRows(session)._hits({"common1": 1.0, "rare7": 2.0})
    compiled = hits.compile(dialect=dialect.dialect())  # type: ignore[no-untyped-call]
    connection = await asyncpg.connect(postgres_core_url)
    try:
        await connection.execute("SET session_replication_role = replica")
        await connection.execute(_MANY)
        await connection.execute("ANALYZE recall_statements")
        # A statement that was asked often is planned for whatever will be asked.
        await connection.execute(f"SET plan_cache_mode = {plans}")
        await connection.execute(f"PREPARE asked AS {compiled}")
        values = ", ".join(repr(compiled.params[name]) for name in compiled.positiontup or ())
        plan = await connection.fetch(f"EXPLAIN EXECUTE asked({values})")
    finally:
        await connection.close()
    looked = [row[0] for row in plan if " Scan " in row[0] and "Subquery" not in row[0]]
    assert len(looked) == 4
    assert all("Bitmap" in line for line in looked), looked
