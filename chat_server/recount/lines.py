"""The log from its beginning, as plain values: there may be tens of millions of lines."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from chat_server.store.tables import events

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy.ext.asyncio import AsyncEngine

_AT_ONCE = 20_000
_NOTHING: dict[str, object] = {}


class Line(NamedTuple):
    """What the log holds of one thing that happened."""

    id: str
    type: str
    at: datetime
    inbox_id: str
    actor_kind: str
    actor_id: str | None
    conversation_id: str | None
    contact_id: str | None
    data: dict[str, object]


async def lines(engine: AsyncEngine) -> AsyncIterator[list[Line]]:
    """In the order of the log, in pieces."""
    c, raw = events.c, sa.String()
    # As the database keeps them: what is made of each value is made here, and only where it is looked at.
    asked = (
        sa.select(
            c.position,
            c.id,
            sa.type_coerce(c.type, raw),
            sa.type_coerce(c.at, raw),
            c.inbox_id,
            c.actor_kind,
            c.actor_id,
            c.conversation_id,
            c.contact_id,
            sa.type_coerce(c.data, raw),
        )
        .order_by(c.position)
        .limit(_AT_ONCE)
    )
    position = 0
    async with engine.connect() as connection:
        while True:
            found = (await connection.execute(asked.where(c.position > position))).all()
            if not found:
                return
            yield [
                Line(
                    one[1],
                    one[2],
                    _moment(one[3]),
                    one[4],
                    one[5],
                    one[6],
                    one[7],
                    one[8],
                    _data(one[9]),
                )
                for one in found
            ]
            position = found[-1][0]


def _moment(kept: datetime | str) -> datetime:
    if isinstance(kept, str):
        return datetime.fromisoformat(kept).replace(tzinfo=UTC)
    return kept.astimezone(UTC)


def _data(kept: dict[str, object] | str) -> dict[str, object]:
    if not isinstance(kept, str):
        return kept
    return _NOTHING if kept == "{}" else json.loads(kept)
