"""Where somebody will live, in languages that bend their words: it holds from the day they move."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from chat_server.domain.facts.statement import Statement

from .beginnings import Ahead, first_time
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
    ahead = Ahead(months, re.compile(week), re.compile(month), re.compile(year))

    def take(heard: Heard) -> Iterator[Statement]:
        begin = _begin(heard)
        if begin is not None:
            for one in place(heard):
                yield replace(one, valid_from=datetime.combine(begin, time(), UTC))

    def _begin(heard: Heard) -> date | None:
        line = heard.line
        return first_time(line.tongue.calendar, ahead, heard.sentence.low, line.at.date())

    return take
