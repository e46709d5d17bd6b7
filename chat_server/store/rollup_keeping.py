"""Keeps what is counted of days and months that are over."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

import sqlalchemy as sa

from chat_server.domain.cohorts import Unit
from chat_server.domain.events import EventType
from chat_server.domain.ports.rollups import Unread
from chat_server.domain.tally import EVERY, Tally

from . import rolling_arms as arms
from . import rolling_help as help_pages
from .counted_days import CountedDays, whole
from .log import LogRows
from .rolling import LISTS, Counting, Part, opened
from .tables import NOT_SPOKEN, events, kind_of_line, response_events
from .tables import rollups as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.help.report import HelpTally

_r, _e = response_events.c, events.c
_HELP = (EventType.HELP_SHOWN, EventType.HELP_JUDGED, EventType.HELP_MISSED)
_OF_ITS_DAY = tuple(kind.value for kind in (EventType.ELEMENT_OPENED, *_HELP))
_AT_ONCE = 1_000


class RollupKeeping(CountedDays):
    """The job's half of `domain.ports.Rollups`: the log tells of what days something was changed."""

    rolled: ClassVar[tuple[sa.Table, ...]] = t.ROLLED
    spans = t.rollup_spans

    async def reached(self) -> int:
        """See `domain.ports.CountedDays`."""
        return await self._session.scalar(sa.select(t.rollup_progress.c.position)) or 0

    async def unread(self, most: int) -> Unread | None:
        """See `domain.ports.CountedDays`."""
        reached = await self.reached()
        head = await LogRows(self._session).head(reached, most)
        if head <= reached:
            return None
        return Unread(head, frozenset(await self.changed(reached, head)))

    async def changed(self, after: int, until: int | None) -> set[str]:
        """Days of which lines in (after, until] tell something."""
        day = self._counting.day
        within = [_e.position > after]
        if until is not None:
            within.append(_e.position <= until)
        # Pairs of a person's dialogues are counted with the later one.
        later = response_events.alias("later")
        theirs = sa.and_(later.c.contact_id == _r.contact_id, later.c.opened_at >= _r.opened_at)
        of_dialogues = (
            sa.select(day(later.c.opened_at))
            .join_from(events, response_events, _e.conversation_id == _r.conversation_id)
            .join(later, theirs)
            .where(*within)
        )
        of_lines = sa.select(day(_e.at)).where(kind_of_line.in_(_OF_ITS_DAY), *within)
        shown = events.alias("shown")
        left = (
            sa.select(day(shown.c.at))
            .join(events, _e.conversation_id == shown.c.conversation_id)
            .where(
                kind_of_line == EventType.HANDED_OFF.value,
                # Else SQLite goes through all pages ever shown for each of these lines.
                sa.cast(shown.c.type, sa.String()) == EventType.HELP_SHOWN.value,
                sa.text(f"shown.{NOT_SPOKEN}"),
                *within,
            )
        )
        found: set[str] = set()
        for asked in (of_dialogues, of_lines, left):
            found.update(await self._session.scalars(asked.distinct()))
        return found

    async def take_note(self, unread: Unread) -> None:
        """See `domain.ports.CountedDays`."""
        await self.forget(unread.days)
        await self._session.execute(sa.delete(t.rollup_progress))
        await self._session.execute(sa.insert(t.rollup_progress).values(position=unread.position))

    async def first(self) -> datetime | None:
        """See `domain.ports.CountedDays`."""
        return await self._first()

    async def of_day(self, since: datetime, until: datetime) -> dict[str, list[dict[str, object]]]:
        """See `domain.ports.Rollups`."""
        parts, here = [(since, until)], opened([(since, until)])
        span = since.date().isoformat()
        made = Tally()
        await self._add_counted(made, parts, EVERY)
        returns = await self._session.execute(self._counting.returns(parts))
        begun = await self._pairs(self._counting.openings(parts))
        helped = await help_pages.of_parts(self._session, parts)
        return {
            "rollup_cells": [
                {"span": span, **dict(zip(t.ABOUT, about, strict=True)), **_full(counts)}
                for about, counts in made.counts.items()
            ],
            "rollup_marks": [
                {"span": span, "kind": kind, "key": key, "n": n}
                for kind, words in made.marks.items()
                for key, n in words.items()
            ],
            "rollup_returns": [
                {"span": span, "before": row[0], "visit": row[1], "n": row[2]} for row in returns
            ],
            "rollup_openings": [
                {"span": span, "element": code, "n": n} for code, n in begun.items()
            ],
            "rollup_help": _help_rows(span, helped),
            **await self._arms_of_day(span, here),
        }

    async def _arms_of_day(
        self, span: str, here: sa.ColumnElement[bool]
    ) -> dict[str, list[dict[str, object]]]:
        day, run = self._counting.day, self._session.execute
        asked = {
            "rollup_arms": (arms.singles(here), ("arm", "share", *t.ARM_COUNTED)),
            "rollup_pairs": (
                arms.pairs(here, day, None),
                ("before", "arm", "share", "share_before", *t.PAIR_COUNTED),
            ),
        }
        found = {
            name: [
                {"span": span, **{c: whole(v) for c, v in zip(columns, row, strict=True)}}
                for row in await run(query)
            ]
            for name, (query, columns) in asked.items()
        }
        found["rollup_people"] = [
            {"span": span, "before": before, "arm": arm, "kind": kind, "n": int(n)}
            for kind, query in arms.people(here, day, None).items()
            for before, arm, n in await run(query)
        ]
        found["rollup_cohorts"] = [
            {"span": span, "unit": unit.value, "first": first.isoformat(), "n": n}
            for unit in Unit
            for first, n in (await self._firsts(unit, date.fromisoformat(span))).items()
        ]
        return found

    async def _firsts(self, unit: Unit, day: date) -> Counter[date]:
        """Of a UTC day."""
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
        begin = midnight - (day - unit.begin(day))
        made: Counter[date] = Counter()
        asked = self._counting.firsts((midnight, midnight + timedelta(days=1)), begin)
        for first, n in await self._session.execute(asked):
            made[unit.begin(date.fromisoformat(first))] += int(n)
        return made

    async def finish(self, span: str) -> None:
        """See `domain.ports.Rollups`."""
        cells = t.rollup_cells.c
        names = ("dialogues", "handed_off", "resolved")
        sums = [sa.func.coalesce(sa.func.sum(cells[name]), 0) for name in names]
        asked = sa.select(sa.literal(span), *sums).where(cells.span == span)
        insert = sa.insert(t.rollup_spans).from_select(["span", *names], asked)
        await self._session.execute(insert)

    async def _first(self) -> datetime | None:
        opened = await self._session.scalar(sa.select(sa.func.min(_r.opened_at)))
        line = sa.select(sa.func.min(_e.at)).where(_e.type == EventType.ELEMENT_OPENED)
        return min(filter(None, (opened, await self._session.scalar(line))), default=None)

    async def _last(self) -> datetime | None:
        opened = await self._session.scalar(sa.select(sa.func.max(_r.opened_at)))
        line = sa.select(sa.func.max(_e.at)).where(_e.type == EventType.ELEMENT_OPENED)
        return max(filter(None, (opened, await self._session.scalar(line))), default=None)

    async def _add_counted(self, made: Tally, parts: Sequence[Part], kinds: Sequence[str]) -> None:
        about = 1 + len(t.ABOUT)
        for row in await self._session.execute(self._counting.cells(parts)):
            count(made, row[1:about], row[about:])
            counts = dict(zip(t.COUNTED, row[about:], strict=True))
            made.day(row[0], *(int(counts[n]) for n in ("dialogues", "handed_off", "resolved")))
        await self._add_marks(made, parts, kinds)

    async def _add_marks(self, made: Tally, parts: Sequence[Part], kinds: Sequence[str]) -> None:
        for kind, asked in self._counting.marks(parts, kinds).items():
            for key, n in await self._session.execute(asked):
                for word in json.loads(key) if kind in LISTS else [str(key)]:
                    made.mark(kind, word, n)

    async def _pairs(self, asked: sa.Select[Any]) -> dict[str, int]:
        return {row[0]: int(row[1]) for row in await self._session.execute(asked)}


async def uncount(session: AsyncSession, conversation_ids: Sequence[str], new: str) -> None:
    """Days of dialogues that become somebody else's, of those they had and of those they get."""
    rows = RollupKeeping(session)
    day = Counting(sqlite=session.get_bind().dialect.name == "sqlite").day(_r.opened_at)
    for start in range(0, len(conversation_ids), _AT_ONCE):
        given = conversation_ids[start : start + _AT_ONCE]
        whose = sa.select(_r.contact_id).where(_r.conversation_id.in_(given))
        theirs = sa.or_(_r.contact_id.in_(whose), _r.contact_id == new)
        await rows.forget(await session.scalars(sa.select(day).where(theirs).distinct()))


def count(made: Tally, about: Sequence[str], counts: Sequence[Any]) -> None:
    """Row by row."""
    channel, language, element, campaign, variant = about
    values = {name: int(n) for name, n in zip(t.COUNTED, counts, strict=True)}
    made.count((channel, language, element, campaign, variant), **values)


def _help_rows(span: str, helped: HelpTally) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = [
        {
            "span": span,
            "language": one.place.language,
            "article": one.place.article,
            "passage": one.place.passage,
            "shown": one.shown,
            "helpful": one.helpful,
            "not_helpful": one.not_helpful,
            "handed_off": one.handed_off,
            "missed": 0,
        }
        for one in helped.passages()
    ]
    nowhere = {**dict.fromkeys(t.PLACE, ""), **dict.fromkeys(t.HELP_COUNTED, 0)}
    return [*rows, {**nowhere, "span": span, "missed": helped.missed}] if helped.missed else rows


def _full(counts: Counter[str]) -> dict[str, int]:
    return {name: counts[name] for name in t.COUNTED}
