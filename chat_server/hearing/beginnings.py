"""From when on what is said holds: "from 1 September my number will be …".

A value that begins on a later day is heard like any other; the words for the day beside it make it wait.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

from chat_server.domain.facts.statement import Statement

from .dates import Calendar, Day
from .text import Line, Sentence

# No text holds it.
NEVER = re.compile(r"(?!)")
# Of these one value holds at a time, and another may be announced.
_PLANNED = frozenset(
    {"name", "form_of_address", "language", "email", "phone", "size", "budget", "delivery_place"}
    | {"home", "preferred_channel", "preferred_hour", "company", "company_role"}
)
# Two days so close are a span of time: "from Monday to Friday".
_SPAN = 8


@dataclass(frozen=True, eq=False)
class Ahead:
    """Times to come that are named without a day: a month by its name, the next week, month or year."""

    months: Mapping[str, int] = field(default_factory=dict)
    week: re.Pattern[str] = NEVER
    month: re.Pattern[str] = NEVER
    year: re.Pattern[str] = NEVER
    # What stands at either end of a month's name, where words are written apart.
    edges: tuple[str, str] = (r"\b", r"(?![^\W\d_])")

    @cached_property
    def _named(self) -> re.Pattern[str]:
        names = "|".join(sorted(map(re.escape, self.months), key=len, reverse=True))
        left, right = self.edges
        return re.compile(f"{left}(?P<v>{names}){right}") if names else NEVER

    def first_of_month(self, low: str, today: date) -> Iterator[Day]:
        """Of each month that is named, when it comes next."""
        for found in self._named.finditer(low):
            yield Day(_next(self.months[found["v"]], today), *found.span())

    def next_unit(self, low: str, today: date) -> Iterator[Day]:
        """The first day of the week, month and year that come next."""
        for said, day in (
            (self.week, today + timedelta(days=7 - today.weekday())),
            (self.month, _next(today.month % 12 + 1, today)),
            (self.year, date(today.year + 1, 1, 1)),
        ):
            yield from (Day(day, *found.span()) for found in said.finditer(low))


@dataclass(frozen=True, eq=False)
class Beginnings:
    """Which of the times named in a sentence are the beginning of what is said in it.

    `before` ends where a time begins, or within its words; `behind` follows it. `turning` makes any time of its
    sentence one: "I get a new number on 15 March". `opening`: the words before a coming week, month or year that
    begins the sentence. `until` right before a value: that one holds till then.
    """

    ahead: Ahead
    before: re.Pattern[str]
    behind: re.Pattern[str] = NEVER
    turning: re.Pattern[str] = NEVER
    opening: re.Pattern[str] = NEVER
    until: re.Pattern[str] = NEVER
    # Kinds of which people only say what is so.
    now: frozenset[str] = frozenset()

    def dated(self, found: Sequence[Statement], line: Line) -> list[Statement]:
        """The statements, those that begin later with their day."""
        if not any(_may_wait(one) for one in found):
            return [*found]
        begun: dict[int, datetime] = {}
        last: tuple[datetime, bool] | None = None
        for sentence in line.sentences:
            here = [
                (number, one)
                for number, one in enumerate(found)
                if _may_wait(one) and one.key not in self.now and _is_in(one, sentence)
            ]
            begin = self._in(sentence)
            if begin is None and last is not None and here and last[1]:
                begun.update((number, last[0]) for number, _ in here)
            elif begin is not None:
                # What a rule of its own has dated is what begins then.
                planned = {one.key for one in found if one.valid_from and _is_in(one, sentence)}
                begun.update(self._of(here, begin, sentence, planned))
            turning = begin is not None and self.turning.search(sentence.low) is not None
            last = (_at(begin.day), turning and not here) if begin is not None else None
        return [
            replace(one, valid_from=begun[number]) if number in begun else one
            for number, one in enumerate(found)
        ]

    def _in(self, sentence: Sentence) -> Day | None:
        low, today = sentence.low, sentence.line.at.date()
        calendar = sentence.line.tongue.calendar
        days = _days(calendar, low, today) if calendar else []
        units = [*self.ahead.next_unit(low, today)]
        leads = [one.end() for one in self.before.finditer(low)]
        turning = self.turning.search(low) is not None
        named = [*days, *units, *self.ahead.first_of_month(low, today)]
        named = [one for one in named if one.day > today and not _is_span(one, named)]
        for one in sorted(named, key=lambda one: one.start):
            if (
                any(one.start <= lead < one.end for lead in leads)
                or self.behind.match(low, one.end)
                or (turning and (one in days or one in units))
                or (one in units and self.opening.fullmatch(low, 0, one.start))
            ):
                return one
        return None

    def _of(
        self,
        here: list[tuple[int, Statement]],
        begin: Day,
        sentence: Sentence,
        planned: AbstractSet[str],
    ) -> Iterator[tuple[int, datetime]]:
        """Of several values of a kind the first behind the day, or else the last before it."""
        place = sentence.start + begin.start
        for key in {one.key for _, one in here} - planned:
            alike = [
                (number, one)
                for number, one in here
                if one.key == key and not self._ends_then(one, sentence)
            ]
            behind = [number for number, one in alike if (one.start or 0) > place]
            ahead = [number for number, _ in alike if number not in behind]
            if alike:
                yield (behind[0] if behind else ahead[-1]), _at(begin.day)

    def _ends_then(self, one: Statement, sentence: Sentence) -> bool:
        return self.until.search(sentence.low[: (one.start or 0) - sentence.start]) is not None


def first_time(calendar: Calendar | None, ahead: Ahead, low: str, today: date) -> date | None:
    """The first day that is named; or else the month, or the coming week, month or year."""
    times: Iterable[Day] = calendar.days(low, today) if calendar else ()
    for each in (times, ahead.first_of_month(low, today), ahead.next_unit(low, today)):
        found = next(iter(each), None)
        if found is not None:
            return found.day
    return None


def _days(calendar: Calendar, low: str, today: date) -> list[Day]:
    """A weekday that is today's means the one in a week: nobody calls today so."""
    return [
        replace(one, day=one.day + timedelta(days=7))
        if one.day == today and any(name in low[one.start : one.end] for name in calendar.weekdays)
        else one
        for one in calendar.days(low, today)
    ]


def _is_in(one: Statement, sentence: Sentence) -> bool:
    return sentence.start <= (one.start or 0) < sentence.end


def _may_wait(one: Statement) -> bool:
    return (
        one.key in _PLANNED
        and one.value is not None
        and not one.ended
        and one.start is not None
        and one.valid_from is None
    )


def _is_span(one: Day, named: list[Day]) -> bool:
    return any(
        0 <= other.start - one.end < _SPAN or 0 <= one.start - other.end < _SPAN
        for other in named
        if other is not one
    )


def _at(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _next(month: int, today: date) -> date:
    """The first day of that month when it comes next."""
    return date(today.year + (month <= today.month), month, 1)
