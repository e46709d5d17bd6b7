"""Figures of a period from what was counted before, and from rows where nothing was."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from chat_server.domain.cohorts import Unit
from chat_server.domain.help.place import Place
from chat_server.domain.help.report import Counted, HelpTally
from chat_server.domain.hold_out import Arm
from chat_server.domain.lift.arms import ArmTally, Buyer
from chat_server.domain.tally import OVERVIEW, Cover, Tally, cover

from . import rolling_arms, rolling_help
from .rolling import opened as opened_in
from .rollup_keeping import RollupKeeping, count
from .tables import response_events
from .tables import rollups as t

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from .rolling import Part

_r = response_events.c
_DAY = len("2026-11-22")


class RollupRows(RollupKeeping):
    """See `domain.ports.Rollups`."""

    async def tally(
        self, since: datetime, until: datetime, kinds: tuple[str, ...] = OVERVIEW
    ) -> Tally:
        """See `domain.ports.Rollups`."""
        found = await self._cover(since, until)
        made = Tally()
        await self._add_spans(made, found, since.date().isoformat(), kinds)
        if found.raw:
            await self._add_raw(made, found.raw, since, kinds)
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

    async def daily(
        self, since: datetime, until: datetime, kinds: tuple[str, ...]
    ) -> list[tuple[str, str, date, int]]:
        """See `domain.ports.Rollups`."""
        found = await self._cover(since, until)
        marks = t.rollup_marks.c
        kept = sa.select(marks.kind, marks.key, marks.span, marks.n)
        kept = kept.where(marks.span.in_(found.days), marks.kind.in_(kinds))
        made = [
            (kind, key, date.fromisoformat(span), int(n))
            for kind, key, span, n in await self._session.execute(kept)
        ]
        for day in _days_of(found.raw):
            counted = Tally()
            await self._add_marks(counted, [(day, day + timedelta(days=1))], kinds)
            made += [
                (kind, key, day.date(), n)
                for kind, words in counted.marks.items()
                for key, n in words.items()
            ]
        return made

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
        opened, begun = await self._openings(found), Counter[str]()
        cells = t.rollup_cells.c
        kept = sa.select(cells.element, sa.func.sum(cells.dialogues))
        kept = kept.where(cells.span.in_(found.spans)).group_by(cells.element)
        begun.update(await self._pairs(kept))
        if found.raw:
            for row in await self._session.execute(self._counting.cells(found.raw)):
                begun[row[3]] += row[6]
        return {code: (opened[code], begun[code]) for code in opened.keys() | begun.keys()}

    async def openings(self, since: datetime, until: datetime) -> dict[str, int]:
        """See `domain.ports.Rollups`."""
        return dict(await self._openings(await self._cover(since, until)))

    async def help(self, since: datetime, until: datetime) -> HelpTally:
        """See `domain.ports.Rollups`."""
        found = await self._cover(since, until)
        made = await rolling_help.of_parts(self._session, found.raw)
        rows = t.rollup_help.c
        place = [rows[name] for name in t.PLACE]
        sums = [sa.func.sum(rows[name]) for name in t.HELP_COUNTED]
        asked = sa.select(*place, *sums).where(rows.span.in_(found.spans)).group_by(*place)
        for *where, shown, helpful, not_helpful, handed_off, missed in await self._session.execute(
            asked
        ):
            if shown or helpful or not_helpful:
                more = (int(n) for n in (shown, helpful, not_helpful, handed_off))
                made.add(Counted(Place(*where), *more))
            made.missed += int(missed)
        return made

    async def arms(self, since: datetime, until: datetime) -> ArmTally:
        """See `domain.ports.Rollups`."""
        found = await self._cover(since, until)
        made = ArmTally()
        await self._add_arms(made, found.spans, since.date().isoformat())
        if found.raw:
            here = opened_in(found.raw)
            await self._add_singles(made, rolling_arms.singles(here))
            await self._add_pairs(made, rolling_arms.pairs(here, None, since))
            for kind, asked in rolling_arms.people(here, None, since).items():
                for _, arm, n in await self._session.execute(asked):
                    made.people[Arm(arm), kind] += int(n)
        bought = rolling_arms.buyers(since, until, sqlite=self._sqlite)
        for contact, arm, share, n, ordered in await self._session.execute(bought):
            made.buyers.append(Buyer(contact, Arm(arm), share, int(n), int(ordered)))
        return made

    async def cohorts(
        self, unit: Unit, since: datetime, until: datetime
    ) -> dict[tuple[date, date], int]:
        """See `domain.ports.Rollups`."""
        found = await self._cover(since, until)
        spans = found.spans if unit is Unit.MONTH else found.days
        made: Counter[tuple[date, date]] = Counter()
        rows = t.rollup_cohorts.c
        asked = sa.select(rows.first, rows.span, rows.n).where(
            rows.unit == unit.value, rows.span.in_(spans), rows.first >= since.date().isoformat()
        )
        for first, span, n in await self._session.execute(asked):
            day = date.fromisoformat(span if len(span) == _DAY else f"{span}-01")
            made[date.fromisoformat(first), unit.begin(day)] += int(n)
        for midnight in _days_of(found.raw):
            day = midnight.date()
            for one, n in (await self._firsts(unit, day)).items():
                if one >= since.date():
                    made[one, unit.begin(day)] += n
        return made

    async def _openings(self, found: Cover) -> Counter[str]:
        rows = t.rollup_openings.c
        kept = sa.select(rows.element, sa.func.sum(rows.n)).where(rows.span.in_(found.spans))
        opened = Counter(await self._pairs(kept.group_by(rows.element)))
        if found.raw:
            opened.update(await self._pairs(self._counting.openings(found.raw)))
        return opened

    async def _add_arms(self, made: ArmTally, spans: Sequence[str], since: str) -> None:
        if not spans:
            return
        rows = t.rollup_arms.c
        keys = [rows.arm, rows.share]
        sums = [sa.func.sum(rows[name]) for name in t.ARM_COUNTED]
        asked = sa.select(*keys, *sums).where(rows.span.in_(spans)).group_by(*keys)
        await self._add_singles(made, asked)
        rows = t.rollup_pairs.c
        keys = [rows.arm, rows.share, rows.share_before]
        sums = [sa.func.sum(rows[name]) for name in t.PAIR_COUNTED]
        both = sa.and_(rows.span.in_(spans), rows.before >= since)
        asked = sa.select(sa.literal(""), *keys, *sums).where(both).group_by(*keys)
        await self._add_pairs(made, asked)
        rows = t.rollup_people.c
        new = sa.and_(rows.span.in_(spans), rows.before < since)
        asked = sa.select(rows.arm, rows.kind, sa.func.sum(rows.n)).where(new)
        for arm, kind, n in await self._session.execute(asked.group_by(rows.arm, rows.kind)):
            made.people[Arm(arm), kind] += int(n)

    async def _add_singles(self, made: ArmTally, asked: sa.Select[Any]) -> None:
        for arm, share, *counts in await self._session.execute(asked):
            values = zip(t.ARM_COUNTED, map(int, counts), strict=True)
            made.add(Arm(arm), int(share), dict(values))

    async def _add_pairs(self, made: ArmTally, asked: sa.Select[Any]) -> None:
        for _, arm, share, before, *counts in await self._session.execute(asked):
            values = zip(t.PAIR_COUNTED, map(int, counts), strict=True)
            made.pair(Arm(arm), int(share), int(before), dict(values))

    async def _cover(self, since: datetime, until: datetime) -> Cover:
        counted = set(await self._session.scalars(sa.select(t.rollup_spans.c.span)))
        changed = await self.changed(await self.reached(), None)
        counted -= changed | {day[:7] for day in changed}
        return cover(since, until, counted, await self._first())

    async def _add_spans(self, made: Tally, found: Cover, since: str, kinds: Sequence[str]) -> None:
        spans = found.spans
        if not spans:
            return
        cells = t.rollup_cells.c
        about = [cells[name] for name in t.ABOUT]
        sums = [sa.func.sum(cells[name]) for name in t.COUNTED]
        asked = sa.select(*about, *sums).where(cells.span.in_(spans)).group_by(*about)
        for row in await self._session.execute(asked):
            count(made, row[: len(about)], row[len(about) :])
        marks = t.rollup_marks.c
        asked = sa.select(marks.kind, marks.key, sa.func.sum(marks.n))
        asked = asked.where(marks.span.in_(spans), marks.kind.in_(kinds)).group_by(
            marks.kind, marks.key
        )
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

    async def _add_raw(
        self, made: Tally, parts: Sequence[Part], since: datetime, kinds: Sequence[str]
    ) -> None:
        await self._add_counted(made, parts, kinds)
        asked = self._counting.people(parts, since)
        contacts, returning = (await self._session.execute(asked)).one()
        made.contacts += int(contacts)
        made.returning += int(returning)


def _days_of(parts: Sequence[Part]) -> list[datetime]:
    """Their midnights."""
    return [
        begin + timedelta(days=number)
        for begin, end in parts
        for number in range((end - begin).days)
    ]


def _sum_if(condition: sa.ColumnElement[bool], n: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, n), else_=0)), 0)
