"""Reviewed lines, and those that may be reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.events import EventType
from chat_server.domain.handoff_card import MISSES
from chat_server.domain.lessons.heard import SURE_FROM, Certainty, Heard, Tally, tallied
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
# Lines of visitors; what was picked from a menu is no text: nobody put it in words.
_WORDS: tuple[sa.ColumnElement[bool], ...] = (
    messages.c.kind == MessageKind.MESSAGE,
    messages.c.author_kind == AuthorKind.VISITOR,
    messages.c.text != "",
    messages.c.content["type"].as_string() == "text",
)


class LessonRows:
    """See `domain.ports.Lessons`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def tallies(
        self, since: datetime, until: datetime, looked_at: int
    ) -> tuple[list[Tally], int]:
        """See `domain.ports.Lessons`."""
        newest = _newest(since, until, looked_at)
        certainty = _certainty(newest)
        counted = (
            sa.select(newest.c.language, certainty, sa.func.count())
            .select_from(_there(newest))
            .where(*_WORDS, newest.c.intent.is_not(None), lessons.c.id.is_(None))
            .group_by(newest.c.language, certainty)
        )
        rows = await self._session.execute(counted)
        counts = {(language, Certainty(sure)): n for language, sure, n in rows}
        log = sa.select(events.c.position).where(*_understood(since, until)).limit(looked_at)
        some = sa.select(sa.func.count()).select_from(log.subquery())
        return tallied(counts), await self._session.scalar(some) or 0

    async def lines(
        self,
        since: datetime,
        until: datetime,
        looked_at: int,
        language: str,
        certainty: Certainty,
        most: int | None,
    ) -> list[tuple[Heard, int, str]]:
        """See `domain.ports.Lessons`."""
        newest = _newest(since, until, looked_at)
        n = newest.c
        found = (
            sa.select(
                n.message_id,
                n.conversation_id,
                n.language,
                n.intent,
                n.confidence,
                n.at,
                messages.c.seq,
                messages.c.text,
            )
            .select_from(_there(newest))
            .where(
                *_WORDS,
                n.intent.is_not(None),
                lessons.c.id.is_(None),
                n.language == language,
                _certainty(newest) == certainty.value,
            )
            .order_by(n.at.desc(), n.position.desc())
            .limit(most)
        )
        rows = await self._session.execute(found)
        return [(Heard(*heard), seq, text) for *heard, seq, text in rows]

    async def words(self, message_ids: Sequence[str]) -> dict[str, tuple[int, str]]:
        """See `domain.ports.Lessons`."""
        found: dict[str, tuple[int, str]] = {}
        for some in batched(message_ids, _AT_ONCE):
            asked = sa.select(messages.c.id, messages.c.seq, messages.c.text).where(
                messages.c.id.in_(some), *_WORDS
            )
            for row in await self._session.execute(asked):
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


def _understood(since: datetime, until: datetime) -> list[sa.ColumnElement[bool]]:
    return [events.c.type == EventType.UNDERSTOOD, events.c.at >= since, events.c.at < until]


def _newest(since: datetime, until: datetime, limit: int) -> sa.CTE:
    """What the bot made of lines; the log is read once, and taken apart where it lies."""
    data = events.c.data
    found = (
        sa.select(
            events.c.at,
            events.c.position,
            events.c.conversation_id,
            data["message_id"].as_string().label("message_id"),
            data["intent"].as_string().label("intent"),
            sa.func.coalesce(data["confidence"].as_float(), 0.0).label("confidence"),
            sa.func.coalesce(data["language"].as_string(), "").label("language"),
        )
        .where(*_understood(since, until))
        .order_by(events.c.at.desc(), events.c.position.desc())
        .limit(limit)
    )
    return found.cte("newest").prefix_with("MATERIALIZED")


def _there(newest: sa.CTE) -> sa.FromClause:
    """With their words, where these are there still, and with what somebody made of them."""
    said = newest.join(messages, messages.c.id == newest.c.message_id)
    return said.outerjoin(lessons, lessons.c.message_id == messages.c.id)


def _certainty(newest: sa.CTE) -> sa.ColumnElement[str]:
    """As `Heard.certainty`."""
    return sa.case(
        (newest.c.intent.in_(sorted(MISSES)), Certainty.MISSED.value),
        (newest.c.confidence >= SURE_FROM, Certainty.SURE.value),
        else_=Certainty.UNSURE.value,
    )
