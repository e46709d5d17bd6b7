"""Many rows written by one step of SQLite.

Whoever writes row by row from a thread needs the interpreter for each, which a busy loop gives back after five
milliseconds at the earliest; meanwhile all who write wait. The rows go in as JSON, and the text is the same for any
number of them. PostgreSQL takes them likewise.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import orjson
import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.ext.asyncio import AsyncSession

_MOST = 1000


async def write(
    session: AsyncSession, text: Mapping[str, sa.TextClause], rows: Sequence[Mapping[str, Any]]
) -> int:
    """How many rows changed; `text` by the database's name, with the rows as `:rows`."""
    statement, changed = text[session.get_bind().dialect.name], 0
    for begin in range(0, len(rows), _MOST):
        given = {"rows": orjson.dumps(rows[begin : begin + _MOST]).decode()}
        done = await session.execute(statement, given)
        changed += int(getattr(done, "rowcount", 0))
    return changed


def moment(value: datetime) -> str:
    """As SQLite's columns have it; PostgreSQL takes it for UTC by `AT TIME ZONE`."""
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
