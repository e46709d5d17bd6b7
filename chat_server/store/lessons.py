"""Reviewed lines, and those that may be reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.events import Event, EventType
from chat_server.domain.lessons.lesson import Lesson
from chat_server.domain.message import AuthorKind, MessageKind

from .many import batched
from .tables import events, lessons, messages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

# Lists of ids are asked about in parts: databases bound how long a question may be.
_AT_ONCE = 1000
_COLUMNS = [events.c[name] for name in ("id", "at", "inbox_id", "conversation_id", "data")]


class LessonRows:
    """See `domain.ports.Lessons`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def understood(self, since: datetime, until: datetime, limit: int) -> list[Event]:
        """Newest first."""
        found = (
            sa.select(*_COLUMNS)
            .where(events.c.type == EventType.UNDERSTOOD, events.c.at >= since, events.c.at < until)
            .order_by(events.c.at.desc(), events.c.position.desc())
            .limit(limit)
        )
        rows = (await self._session.execute(found)).mappings()
        return [Event(type=EventType.UNDERSTOOD, actor_kind="bot", **row) for row in rows]

    async def words(self, message_ids: Sequence[str]) -> dict[str, tuple[int, str]]:
        """What was picked from a menu is no text: nobody put it in words."""
        found: dict[str, tuple[int, str]] = {}
        for some in batched(message_ids, _AT_ONCE):
            asked = sa.select(
                messages.c.id, messages.c.seq, messages.c.text, messages.c.content
            ).where(
                messages.c.id.in_(some),
                messages.c.kind == MessageKind.MESSAGE,
                messages.c.author_kind == AuthorKind.VISITOR,
            )
            for row in await self._session.execute(asked):
                if row.text and row.content.get("type") == "text":
                    found[row.id] = (row.seq, row.text)
        return found

    async def of(self, message_ids: Sequence[str]) -> dict[str, Lesson]:
        """Those that were reviewed."""
        found: dict[str, Lesson] = {}
        for some in batched(message_ids, _AT_ONCE):
            asked = sa.select(Lesson).where(lessons.c.message_id.in_(some))
            found |= {one.message_id: one for one in await self._session.scalars(asked)}
        return found

    async def get(self, lesson_id: str) -> Lesson | None:
        """By id."""
        return await self._session.get(Lesson, lesson_id)

    async def all(self, limit: int) -> list[Lesson]:
        """Last reviewed first."""
        newest = sa.select(Lesson).order_by(lessons.c.reviewed_at.desc(), lessons.c.id.desc())
        return list(await self._session.scalars(newest.limit(limit)))

    async def remove(self, lesson: Lesson) -> None:
        """Only the review: the line stays where it is."""
        await self._session.delete(lesson)
