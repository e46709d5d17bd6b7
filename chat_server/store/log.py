"""The append-only log and the response events folded from it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.events import Event, EventType
from chat_server.domain.response_event import ResponseEvent

from .filters import conditions, order, page
from .mapping import EventRow, ResponseEventRow
from .members import make_room
from .tables import conversations, events, response_events

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.events import EventType
    from chat_server.domain.ports import DialogueFilter, Slice
    from chat_server.domain.response_event import ResponseEvent

# Lists of ids are asked about in parts: databases bound how long a question may be.
_AT_ONCE = 1000
# What is read by the thousand comes as plain lines, without the ORM's book-keeping.
_COLUMNS = [events.c[field.name] for field in fields(Event)]

# See migration 0009: each writer's lock names the last position given before it began to write.
_GIVEN = sa.text(
    "SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM events_position_seq"
)
_WRITING = sa.text(
    "SELECT min((classid::bigint & 65535) << 32 | objid::bigint) FROM pg_locks"
    " WHERE locktype = 'advisory' AND objsubid = 1 AND classid::bigint >> 16 = 29537"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


class LogRows:
    """See `domain.ports.Log`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def after(self, position: int, limit: int) -> list[Event]:
        """In the order of the log, up to where nobody is still writing: a reader's position passes nothing by."""
        found = sa.select(EventRow).where(events.c.position > position)
        if self._session.get_bind().dialect.name == "postgresql":
            found = found.where(events.c.position <= await self.settled())
        return list(await self._session.scalars(found.order_by(events.c.position).limit(limit)))

    async def head(self, after: int, limit: int) -> int:
        """Nothing that is committed late is passed by."""
        found = sa.select(events.c.position).where(events.c.position > after)
        if self._session.get_bind().dialect.name == "postgresql":
            found = found.where(events.c.position <= await self.settled())
        part = found.order_by(events.c.position).limit(limit).subquery()
        return await self._session.scalar(sa.select(sa.func.max(part.c.position))) or after

    async def latest(self, kind: EventType, inbox_id: str, limit: int) -> list[Event]:
        """The last lines of a kind, oldest first."""
        found = (
            sa.select(*_COLUMNS)
            .where(events.c.type == kind, events.c.inbox_id == inbox_id)
            .order_by(events.c.at.desc(), events.c.position.desc())
            .limit(limit)
        )
        return [Event(**row) for row in (await self._session.execute(found)).mappings()][::-1]

    async def between(
        self, kinds: Sequence[EventType], since: datetime, until: datetime
    ) -> list[Event]:
        """Lines of these kinds in [since, until), oldest first."""
        found = (
            sa.select(*_COLUMNS)
            .where(events.c.type.in_(kinds), events.c.at >= since, events.c.at < until)
            .order_by(events.c.at, events.c.position)
        )
        return [Event(**row) for row in (await self._session.execute(found)).mappings()]

    async def newest_of(
        self, kind: EventType, since: datetime, until: datetime, limit: int
    ) -> list[Event]:
        """The last lines of a kind in [since, until), newest first."""
        found = (
            sa.select(*_COLUMNS)
            .where(events.c.type == kind, events.c.at >= since, events.c.at < until)
            .order_by(events.c.at.desc(), events.c.position.desc())
            .limit(limit)
        )
        return [Event(**row) for row in (await self._session.execute(found)).mappings()]

    async def of_conversations(
        self, conversation_ids: Collection[str], kinds: Sequence[EventType]
    ) -> list[Event]:
        """Lines of these kinds."""
        ids, found = sorted(conversation_ids), []
        for begin in range(0, len(ids), _AT_ONCE):
            rows = await self._session.execute(
                sa.select(*_COLUMNS).where(
                    events.c.conversation_id.in_(ids[begin : begin + _AT_ONCE]),
                    events.c.type.in_(kinds),
                )
            )
            found += [Event(**row) for row in rows.mappings()]
        return found

    async def known(self, event_ids: Collection[str]) -> set[str]:
        """Those of the ids that the log has."""
        if not event_ids:
            return set()
        return set(
            await self._session.scalars(sa.select(events.c.id).where(events.c.id.in_(event_ids)))
        )

    async def response_event(self, conversation_id: str) -> ResponseEvent | None:
        """Of one dialogue."""
        return await self._session.get(ResponseEventRow, conversation_id)

    async def response_events(self, wanted: DialogueFilter, piece: Slice) -> list[ResponseEvent]:
        """By time of opening."""
        if wanted.segment is not None:
            await make_room(self._session)
        sqlite = self._session.get_bind().dialect.name == "sqlite"
        found = (
            sa.select(ResponseEventRow)
            .outerjoin(conversations, conversations.c.id == response_events.c.conversation_id)
            .where(*conditions(wanted, sqlite=sqlite), *page(piece))
            .order_by(*order(piece))
            .limit(piece.limit)
        )
        return list(await self._session.scalars(found))

    async def settled(self) -> int:
        """The last position up to which all are committed, or never will be.

        Three statements, and their order counts. Whoever is given a position after the first one gets a later one;
        whoever was given one before it still holds the lock in the second one, or is seen by the third, the caller's.
        """
        given: int = (await self._session.execute(_GIVEN)).scalar_one()
        writing: int | None = await self._session.scalar(_WRITING)
        return given if writing is None else min(given, writing)
