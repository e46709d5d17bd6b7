"""Dialogues of a time counted by the database itself, from their response events and the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from chat_server.domain.events import EventType
from chat_server.domain.tally import (
    AGENT,
    AGENT_RATED,
    AGENT_REPLY,
    AGENT_RESOLVED,
    AGENT_WAIT,
    ASKED_AGAIN,
    BOT_RATED,
    BY_ANYONE,
    FIRST_REPLY,
    HANDOFF_REASON,
    INTENT,
    INTENT_HANDED,
    MISSED,
    SCORED,
)

from .tables import events, response_events
from .tables.rollups import ABOUT, COUNTED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

Row = tuple[Any, ...]
Part = tuple["datetime", "datetime"]
_r, _e = response_events.c, events.c
_SCORES = range(1, 6)
_SECOND = 1_000_000
_NOBODY = "[]"
LISTS = frozenset({INTENT, INTENT_HANDED, AGENT, AGENT_RESOLVED, *AGENT_RATED})


class Counting:
    """Queries of one dialect; each of dialogues opened, or lines written, in any of some times."""

    def __init__(self, *, sqlite: bool) -> None:
        self._sqlite = sqlite

    def day(self, at: sa.ColumnElement[datetime]) -> sa.ColumnElement[str]:
        """The UTC day, as text."""
        if self._sqlite:
            return sa.func.substr(at, 1, 10, type_=sa.String())
        return sa.func.to_char(sa.func.timezone("UTC", at), "YYYY-MM-DD", type_=sa.String())

    def cells(self, parts: Sequence[Part]) -> sa.Select[Any]:
        """Day, what is known, and how many of each count."""
        resolved = _r.resolved_at.is_not(None)
        counts = {
            "dialogues": sa.func.count(),
            "handed_off": _many(_r.handoffs > 0),
            "resolved": _many(resolved),
            "bot_alone": _many(sa.and_(resolved, _r.handoffs == 0, _r.agent_messages == 0)),
            **{f"rated_{score}": _many(_r.rating == score) for score in _SCORES},
            "bot_messages": _sum(_r.bot_messages),
            "facts_used": _sum(_r.facts_used),
            "memory_used": _many(_r.facts_used > 0),
        }
        day = self.day(_r.opened_at)
        about = [sa.func.coalesce(_r[name], "") for name in ABOUT]
        asked: Any = (
            sa.select(day, *about, *(counts[name] for name in COUNTED))
            .where(opened(parts))
            .group_by(day, *about)
        )
        return asked  # type: ignore[no-any-return]  # SQLAlchemy counts its columns

    def marks(self, parts: Sequence[Part], kinds: Sequence[str]) -> dict[str, sa.Select[Any]]:
        """By kind: a word, or a list of them as JSON (see `LISTS`), and how often."""
        words = sa.cast(_r.intents, sa.Text())
        people = sa.cast(_r.agents, sa.Text())
        resolved = _r.resolved_at.is_not(None)
        taken = people != _NOBODY
        alone = sa.and_(resolved, _r.handoffs == 0, _r.agent_messages == 0)
        one = sa.and_(taken, people.not_like("%,%"))
        first = self._tenths(_r.opened_at, _r.first_reply_at)
        human = self._tenths(_r.handed_off_at, _r.first_agent_reply_at)
        by_kind: dict[str, tuple[sa.ColumnElement[Any], Sequence[sa.ColumnElement[bool]]]] = {
            INTENT: (words, ()),
            HANDOFF_REASON: (_r.handoff_reason, (_r.handoff_reason.is_not(None),)),
            FIRST_REPLY: (first, (_r.first_reply_at >= _r.opened_at,)),
            AGENT_REPLY: (human, (_r.first_agent_reply_at >= _r.handed_off_at,)),
            MISSED: (_r.language, (_r.misses > 0,)),
            ASKED_AGAIN: (_r.language, (_r.asked_again > 0,)),
            BOT_RATED: (_r.rating, (alone, _r.rating.is_not(None))),
            INTENT_HANDED: (words, (_r.handoffs > 0,)),
            SCORED: (_r.agent_rating, (_r.agent_rating.is_not(None),)),
            BY_ANYONE: (_r.language, (taken,)),
            AGENT: (people, (taken,)),
            AGENT_RESOLVED: (people, (taken, resolved)),
            # `["id"]` without its brackets and quotes.
            AGENT_WAIT: (
                sa.func.substr(people, 3, sa.func.length(people) - 4)
                + " "
                + sa.cast(human, sa.String()),
                (one, _r.first_agent_reply_at >= _r.handed_off_at),
            ),
            **{
                kind: (people, (taken, _r.rating == score))
                for score, kind in enumerate(AGENT_RATED, 1)
            },
        }
        return {
            kind: sa.select(key, sa.func.count()).where(opened(parts), *more).group_by(key)
            for kind, (key, more) in by_kind.items()
            if kind in kinds
        }

    def returns(self, parts: Sequence[Part]) -> sa.Select[Any]:
        """The day of the dialogue before, which visit it is, and how many."""
        found = self._visits(parts).subquery()
        before = sa.func.coalesce(self.day(found.c.before), "")
        return sa.select(before, found.c.visit, sa.func.count()).group_by(before, found.c.visit)

    def people(self, parts: Sequence[Part], since: datetime) -> sa.Select[Any]:
        """Those whose first dialogue since then is among them, and those of whom it is not the first ever."""
        found = self._visits(parts).subquery()
        new = sa.or_(found.c.before.is_(None), found.c.before < since)
        again = sa.or_(
            sa.and_(found.c.visit > 1, found.c.before < since),
            sa.and_(found.c.visit == 2, found.c.before >= since),  # noqa: PLR2004 - the second
        )
        asked: Any = sa.select(_many(new), _many(again))
        return asked  # type: ignore[no-any-return]  # SQLAlchemy counts its columns

    def firsts(self, day: Part, begin: datetime) -> sa.Select[Any]:
        """People whose first dialogue since `begin` is on this day: by the day of their very first one."""
        earlier = response_events.alias("earlier")
        theirs = earlier.c.contact_id == _r.contact_id
        first = sa.select(sa.func.min(earlier.c.opened_at)).where(theirs).scalar_subquery()
        since = sa.exists().where(
            theirs,
            earlier.c.opened_at >= begin,
            sa.tuple_(earlier.c.opened_at, earlier.c.conversation_id)
            < sa.tuple_(_r.opened_at, _r.conversation_id),
        )
        found = sa.select(first.label("first")).where(opened([day]), ~since).subquery()
        name = self.day(found.c.first)
        asked: Any = sa.select(name, sa.func.count()).group_by(name)
        return asked  # type: ignore[no-any-return]  # SQLAlchemy counts its columns

    def openings(self, parts: Sequence[Part]) -> sa.Select[Any]:
        """Of elements, by code."""
        code = _e.data["element"].as_string()
        return (
            sa.select(code, sa.func.count())
            .where(_e.type == EventType.ELEMENT_OPENED, within(_e.at, parts), code.is_not(None))
            .group_by(code)
        )

    def _visits(self, parts: Sequence[Part]) -> sa.Select[Any]:
        earlier = response_events.alias("earlier")
        is_earlier = sa.and_(
            earlier.c.contact_id == _r.contact_id,
            sa.tuple_(earlier.c.opened_at, earlier.c.conversation_id)
            < sa.tuple_(_r.opened_at, _r.conversation_id),
        )
        before = sa.select(sa.func.max(earlier.c.opened_at)).where(is_earlier).scalar_subquery()
        some = sa.select(earlier.c.contact_id).where(is_earlier).limit(2).correlate(response_events)
        visit = sa.select(sa.func.count() + 1).select_from(some.subquery()).scalar_subquery()
        return sa.select(before.label("before"), visit.label("visit")).where(opened(parts))

    def _tenths(
        self, begin: sa.ColumnElement[datetime], end: sa.ColumnElement[datetime]
    ) -> sa.ColumnElement[int]:
        """Tenths of a second, rounded to whole seconds from a minute on."""
        took = self._micro(begin, end)
        return sa.case(
            (took < 60 * _SECOND, (took + _SECOND // 20) // (_SECOND // 10)),
            else_=(took + _SECOND // 2) // _SECOND * 10,
        )

    def _micro(
        self, begin: sa.ColumnElement[datetime], end: sa.ColumnElement[datetime]
    ) -> sa.ColumnElement[int]:
        if not self._sqlite:
            return sa.cast(sa.extract("epoch", end - begin) * _SECOND, sa.BigInteger())
        text, whole = sa.String(), sa.Integer()

        def micro(at: sa.ColumnElement[datetime]) -> sa.ColumnElement[int]:
            seconds = sa.cast(sa.func.strftime("%s", at, type_=text), whole)
            return seconds * _SECOND + sa.cast(sa.func.substr(at, 21, 6, type_=text), whole)

        return micro(end) - micro(begin)


def opened(parts: Sequence[Part]) -> sa.ColumnElement[bool]:
    """Dialogues opened then."""
    return within(_r.opened_at, parts)


def within(at: sa.ColumnElement[datetime], parts: Sequence[Part]) -> sa.ColumnElement[bool]:
    """In any of them."""
    return sa.or_(sa.false(), *(sa.and_(at >= since, at < until) for since, until in parts))


def _many(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)


def _sum(column: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(column), 0)
