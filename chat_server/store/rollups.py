"""Figures of a period from what was counted before, and from rows where nothing was."""

from __future__ import annotations

import json
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from chat_server.domain.events import EventType
from chat_server.domain.tally import INTENT, Cover, Tally, cover

from .rolling import Counting, Part
from .tables import events, kind_of_line, response_events
from .tables import rollups as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

_r, _e = response_events.c, events.c
_HELP = (EventType.HELP_SHOWN, EventType.HELP_JUDGED, EventType.HELP_MISSED)
_OF_ITS_DAY = tuple(kind.value for kind in (EventType.ELEMENT_OPENED, *_HELP))
_AT_ONCE = 1_000
_DAY = len("2026-11-22")


class RollupRows:
    """See `domain.ports.Rollups`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._counting = Counting(sqlite=session.get_bind().dialect.name == "sqlite")

    # ------------------------------------------------------------------ pages

    async def tally(self, since: datetime, until: datetime) -> Tally:
        """See `domain.ports.Rollups`."""
        found = await self._cover(since, until)
        made = Tally()
        await self._add_spans(made, found, since.date().isoformat())
        if found.raw:
            await self._add_raw(made, found.raw, since)
        return made

    async def dialogues(self, since: datetime, until: datetime) -> int:
        """See `domain.ports.Rollups`."""
        found = await self._cover(since, until)
        spans = t.rollup_spans.c
        counted = sa.select(sa.func.coalesce(sa.func.sum(spans.dialogues), 0))
        total: int = await self._session.scalar(counted.where(spans.span.in_(found.spans))) or 0
        for begin, end in found.raw:
            within = sa.select(sa.func.count()).where(_r.opened_at >= begin, _r.opened_at < end)
            total += await self._session.scalar(within) or 0
        return int(total)

    async def elements(self) -> dict[str, tuple[int, int]]:
        """See `domain.ports.Rollups`."""
        first = await self._first()
        if first is None:
            return {}
        last = await self._last() or first
        since, until = (
            one.replace(hour=0, minute=0, second=0, microsecond=0) for one in (first, last)
        )
        found = await self._cover(since, until + timedelta(days=1))
        opened, begun = Counter[str](), Counter[str]()
        rows = t.rollup_openings.c
        kept = sa.select(rows.element, sa.func.sum(rows.n)).where(rows.span.in_(found.spans))
        opened.update(await self._pairs(kept.group_by(rows.element)))
        cells = t.rollup_cells.c
        kept = sa.select(cells.element, sa.func.sum(cells.dialogues))
        kept = kept.where(cells.span.in_(found.spans)).group_by(cells.element)
        begun.update(await self._pairs(kept))
        if found.raw:
            opened.update(await self._pairs(self._counting.openings(found.raw)))
            for row in await self._session.execute(self._counting.cells(found.raw)):
                begun[row[3]] += row[6]
        return {code: (opened[code], begun[code]) for code in opened.keys() | begun.keys()}

    async def _cover(self, since: datetime, until: datetime) -> Cover:
        counted = set(await self._session.scalars(sa.select(t.rollup_spans.c.span)))
        changed = await self.changed(await self.reached(), None)
        counted -= changed | {day[:7] for day in changed}
        return cover(since, until, counted, await self._first())

    async def _first(self) -> datetime | None:
        opened = await self._session.scalar(sa.select(sa.func.min(_r.opened_at)))
        line = sa.select(sa.func.min(_e.at)).where(_e.type == EventType.ELEMENT_OPENED)
        return min(filter(None, (opened, await self._session.scalar(line))), default=None)

    async def _last(self) -> datetime | None:
        opened = await self._session.scalar(sa.select(sa.func.max(_r.opened_at)))
        line = sa.select(sa.func.max(_e.at)).where(_e.type == EventType.ELEMENT_OPENED)
        return max(filter(None, (opened, await self._session.scalar(line))), default=None)

    async def _add_spans(self, made: Tally, found: Cover, since: str) -> None:
        spans = found.spans
        if not spans:
            return
        cells = t.rollup_cells.c
        about = [cells[name] for name in t.ABOUT]
        sums = [sa.func.sum(cells[name]) for name in t.COUNTED]
        asked = sa.select(*about, *sums).where(cells.span.in_(spans)).group_by(*about)
        for row in await self._session.execute(asked):
            _count(made, row[: len(about)], row[len(about) :])
        marks = t.rollup_marks.c
        asked = sa.select(marks.kind, marks.key, sa.func.sum(marks.n))
        asked = asked.where(marks.span.in_(spans)).group_by(marks.kind, marks.key)
        for kind, key, n in await self._session.execute(asked):
            made.mark(kind, key, int(n))
        days = t.rollup_spans.c
        some = days.dialogues > 0
        asked = sa.select(days.span, days.dialogues, days.handed_off, days.resolved)
        for row in await self._session.execute(asked.where(some, days.span.in_(found.days))):
            made.day(*row)
        await self._add_people(made, spans, since)

    async def _add_people(self, made: Tally, spans: Sequence[str], since: str) -> None:
        rows = t.rollup_returns.c
        new = rows.before < since
        again = sa.or_(
            sa.and_(rows.visit > 1, new),
            sa.and_(rows.visit == 2, ~new),  # noqa: PLR2004 - the second
        )
        asked = sa.select(_sum_if(new, rows.n), _sum_if(again, rows.n))
        contacts, returning = (await self._session.execute(asked.where(rows.span.in_(spans)))).one()
        made.contacts += int(contacts)
        made.returning += int(returning)

    async def _add_raw(self, made: Tally, parts: Sequence[Part], since: datetime) -> None:
        await self._add_counted(made, parts)
        asked = self._counting.people(parts, since)
        contacts, returning = (await self._session.execute(asked)).one()
        made.contacts += int(contacts)
        made.returning += int(returning)

    async def _add_counted(self, made: Tally, parts: Sequence[Part]) -> None:
        about = 1 + len(t.ABOUT)
        for row in await self._session.execute(self._counting.cells(parts)):
            _count(made, row[1:about], row[about:])
            counts = dict(zip(t.COUNTED, row[about:], strict=True))
            made.day(row[0], *(int(counts[n]) for n in ("dialogues", "handed_off", "resolved")))
        for kind, asked in self._counting.marks(parts).items():
            for key, n in await self._session.execute(asked):
                for word in json.loads(key) if kind == INTENT else [str(key)]:
                    made.mark(kind, word, n)

    async def _pairs(self, asked: sa.Select[Any]) -> dict[str, int]:
        return {row[0]: int(row[1]) for row in await self._session.execute(asked)}

    # ------------------------------------------------------------- the keeper

    async def reached(self) -> int:
        """See `domain.ports.Rollups`."""
        return await self._session.scalar(sa.select(t.rollup_progress.c.position)) or 0

    async def changed(self, after: int, until: int | None) -> set[str]:
        """See `domain.ports.Rollups`."""
        day = self._counting.day
        within = [_e.position > after]
        if until is not None:
            within.append(_e.position <= until)
        of_dialogues = (
            sa.select(day(_r.opened_at))
            .join(events, _e.conversation_id == _r.conversation_id)
            .where(*within)
        )
        of_lines = sa.select(day(_e.at)).where(kind_of_line.in_(_OF_ITS_DAY), *within)
        shown = events.alias("shown")
        left = (
            sa.select(day(shown.c.at))
            .join(events, _e.conversation_id == shown.c.conversation_id)
            .where(
                kind_of_line == EventType.HANDED_OFF.value,
                shown.c.type == EventType.HELP_SHOWN,
                *within,
            )
        )
        found: set[str] = set()
        for asked in (of_dialogues, of_lines, left):
            found.update(await self._session.scalars(asked.distinct()))
        return found

    async def advance(self, position: int, changed: Iterable[str]) -> None:
        """See `domain.ports.Rollups`."""
        await self.forget(changed)
        await self._session.execute(sa.delete(t.rollup_progress))
        await self._session.execute(sa.insert(t.rollup_progress).values(position=position))

    async def forget(self, days: Iterable[str]) -> None:
        """See `domain.ports.Rollups`."""
        names = {name for day in days for name in (day, day[:7])}
        if names:
            rows = t.rollup_spans
            await self._session.execute(sa.delete(rows).where(rows.c.span.in_(names)))

    async def counted(self) -> set[str]:
        """See `domain.ports.Rollups`."""
        return set(await self._session.scalars(sa.select(t.rollup_spans.c.span)))

    async def first(self) -> datetime | None:
        """See `domain.ports.Rollups`."""
        return await self._first()

    async def of_day(self, since: datetime, until: datetime) -> dict[str, list[dict[str, object]]]:
        """See `domain.ports.Rollups`."""
        parts = [(since, until)]
        span = since.date().isoformat()
        made = Tally()
        await self._add_counted(made, parts)
        returns = await self._session.execute(self._counting.returns(parts))
        opened = await self._pairs(self._counting.openings(parts))
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
                {"span": span, "element": code, "n": n} for code, n in opened.items()
            ],
        }

    async def of_month(self, month: str) -> dict[str, list[dict[str, object]]]:
        """See `domain.ports.Rollups`."""
        made: dict[str, list[dict[str, object]]] = {}
        for table in t.ROLLED:
            keys = [c for c in table.primary_key if c.name != "span"]
            sums = [sa.func.sum(c) for c in table.c if not c.primary_key]
            names = [*(c.name for c in keys), *(c.name for c in table.c if not c.primary_key)]
            asked = sa.select(*keys, *sums).where(
                table.c.span > month, table.c.span < f"{month}-99"
            )
            rows = await self._session.execute(asked.group_by(*keys))
            made[table.name] = [
                {"span": month, **{n: _whole(v) for n, v in zip(names, row, strict=True)}}
                for row in rows
            ]
        return made

    async def put(self, table: str, rows: Sequence[dict[str, object]]) -> None:
        """See `domain.ports.Rollups`."""
        if rows:
            await self._session.execute(sa.insert(_TABLES[table]), rows)

    async def clear(self, span: str) -> None:
        """See `domain.ports.Rollups`."""
        for table in (*t.ROLLED, t.rollup_spans):
            await self._session.execute(sa.delete(table).where(table.c.span == span))

    async def finish(self, span: str) -> None:
        """See `domain.ports.Rollups`."""
        cells = t.rollup_cells.c
        names = ("dialogues", "handed_off", "resolved")
        sums = [sa.func.coalesce(sa.func.sum(cells[name]), 0) for name in names]
        asked = sa.select(sa.literal(span), *sums).where(cells.span == span)
        insert = sa.insert(t.rollup_spans).from_select(["span", *names], asked)
        await self._session.execute(insert)

    async def forget_all(self) -> None:
        """See `domain.ports.Rollups`."""
        for table in (*t.ROLLED, t.rollup_spans):
            await self._session.execute(sa.delete(table))


async def uncount(session: AsyncSession, conversation_ids: Sequence[str], new: str) -> None:
    """Days of dialogues that become somebody else's, of those they had and of those they get."""
    rows = RollupRows(session)
    day = Counting(sqlite=session.get_bind().dialect.name == "sqlite").day(_r.opened_at)
    for start in range(0, len(conversation_ids), _AT_ONCE):
        given = conversation_ids[start : start + _AT_ONCE]
        whose = sa.select(_r.contact_id).where(_r.conversation_id.in_(given))
        theirs = sa.or_(_r.contact_id.in_(whose), _r.contact_id == new)
        await rows.forget(await session.scalars(sa.select(day).where(theirs).distinct()))


_TABLES = {table.name: table for table in t.ROLLED}


def _count(made: Tally, about: Sequence[str], counts: Sequence[Any]) -> None:
    channel, language, element, campaign, variant = about
    values = {name: int(n) for name, n in zip(t.COUNTED, counts, strict=True)}
    made.count((channel, language, element, campaign, variant), **values)


def _full(counts: Counter[str]) -> dict[str, int]:
    return {name: counts[name] for name in t.COUNTED}


def _sum_if(condition: sa.ColumnElement[bool], n: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, n), else_=0)), 0)


def _whole(value: object) -> object:
    return value if isinstance(value, str) else int(value)  # type: ignore[call-overload]
