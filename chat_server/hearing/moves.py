"""Where somebody will live, in languages that bend their words: it holds from the day they move."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from chat_server.domain.facts.statement import Statement

from .rule import Heard, Take

# No text holds it.
NEVER = r"(?!)"


def day_of_move(
    heard: Heard,
    *,
    month: str,
    year: str,
    week: re.Pattern[str],
    named: Callable[[str, date], date | None],
) -> datetime | None:
    """The day that is named, or the first of a month, year or week, in scripts without spaces; None for today.

    `named`: the first of a month that is named without a day.
    """
    low, today = heard.sentence.low, heard.line.at.date()
    calendar = heard.line.tongue.calendar
    days = calendar.days(low, today) if calendar else []
    day = days[0].day if days else None
    if day is None and month in low:
        day = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    elif day is None and (begin := named(low, today)) is not None:
        day = begin
    elif day is None and year in low:
        day = today.replace(year=today.year + 1, month=1, day=1)
    elif day is None and week.search(low):
        day = today + timedelta(days=7 - today.weekday())
    return datetime.combine(day, time(), UTC) if day and day > today else None


def from_a_day(
    place: Take,
    months: Mapping[str, int],
    *,
    week: str = NEVER,
    month: str = NEVER,
    year: str = NEVER,
) -> Take:
    """What `place` hears, from the day or month that is named; without one nobody knows when.

    `months`: how a month or season is said as a time, and the number of its first month; `week`, `month` and
    `year` say the next one.
    """
    soon: tuple[tuple[re.Pattern[str], Callable[[date], date]], ...] = (
        (re.compile(week), lambda today: today + timedelta(days=7 - today.weekday())),
        (re.compile(month), lambda today: _next(today.month % 12 + 1, today)),
        (re.compile(year), lambda today: date(today.year + 1, 1, 1)),
    )
    named = re.compile(rf"\b(?P<v>{'|'.join(sorted(months, key=len, reverse=True))})(?![^\W\d_])")

    def take(heard: Heard) -> Iterator[Statement]:
        begin = _begin(heard)
        if begin is not None:
            for one in place(heard):
                yield replace(one, valid_from=datetime.combine(begin, time(), UTC))

    def _begin(heard: Heard) -> date | None:
        low, today = heard.sentence.low, heard.line.at.date()
        calendar = heard.line.tongue.calendar
        days = calendar.days(low, today) if calendar else []
        if days:
            return days[0].day
        month = named.search(low)
        if month:
            return _next(months[month["v"]], today)
        return next((day(today) for said, day in soon if said.search(low)), None)

    return take


def _next(month: int, today: date) -> date:
    """The first day of that month when it comes next."""
    return date(today.year + (month <= today.month), month, 1)
