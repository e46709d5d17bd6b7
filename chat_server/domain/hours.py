"""Opening hours: when people answer, by the clock on the wall of one time zone.

The wall clock decides: what opens at nine opens when clocks there show nine, however many hours that day has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_EXCEPTIONS = 400
_DAY = 24 * 60
_MOST_SPANS = 12
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")
# Any week has all of a weekly plan in it; two more days for spans that run past midnight.
_A_WEEK_AND_MORE = 9
_FURTHEST = 400
_STEPS_PER_DAY = 4


@dataclass(frozen=True, order=True)
class Span:
    """Minutes after midnight, the end not included; more than a day's worth runs into the next day."""

    start: int
    end: int


Day = tuple[Span, ...]


@dataclass(frozen=True)
class Hours:
    """`weekly` begins with Monday; a date in `exceptions` has its own spans, or none: a holiday."""

    zone: str
    weekly: tuple[Day, ...]
    exceptions: Mapping[date, Day] = field(default_factory=dict)

    def is_open(self, at: datetime) -> bool:
        """Whether people answer at this moment."""
        wall = at.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
        minute = wall.hour * 60 + wall.minute
        today, yesterday = self._spans(wall.date()), self._spans(_plus(wall.date(), -1))
        return any(span.start <= minute < span.end for span in today) or any(
            minute < span.end - _DAY for span in yesterday
        )

    def next_change(self, at: datetime) -> datetime | None:
        """The first moment after `at` when they open or close; None when that never comes."""
        now = self.is_open(at)
        for moment in self._moments(at):
            if moment > at and self.is_open(moment) is not now:
                return moment
        return None

    def opens_at(self, at: datetime) -> datetime | None:
        """When they open next; None while they are open, or when they never do."""
        return None if self.is_open(at) else self.next_change(at)

    def _spans(self, day: date) -> Day:
        return self.exceptions.get(day, self.weekly[day.weekday()])

    def _moments(self, at: datetime) -> Iterator[datetime]:
        """Every moment from a day before `at` on when the answer may change, in order."""
        zone = ZoneInfo(self.zone)
        first = _plus(at.astimezone(zone).date(), -1)
        ahead = [day for day in self.exceptions if day >= first]
        last = min(_plus(max([*ahead, first]), _A_WEEK_AND_MORE), _plus(first, _FURTHEST))
        day = first
        while day <= last:
            begin, end = _midnight(day, zone), _midnight(_plus(day, 1), zone)
            moments = {*self._edges(day, zone), *_clock_changes(begin, end, zone), begin}
            yield from sorted(moment for moment in moments if begin <= moment < end)
            day = _plus(day, 1)

    def _edges(self, day: date, zone: ZoneInfo) -> Iterator[datetime]:
        """Beginnings and ends that clocks show on `day`: twice where an hour comes twice."""
        minutes = {minute for span in self._spans(day) for minute in (span.start, span.end)}
        earlier = {span.end - _DAY for span in self._spans(_plus(day, -1))}
        for minute in minutes | earlier:
            if 0 <= minute < _DAY:
                wall = datetime.combine(day, time(minute // 60, minute % 60))
                for fold in (0, 1):
                    yield wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)


def parse_hours(zone: str, plan: Mapping[str, object]) -> Hours:
    """From `{"weekly": {"mon": [["09:00", "17:00"]]}, "exceptions": {"2026-12-25": []}}`; raises Invalid.

    A span that ends at or before its beginning ends on the next day. A weekday left out is closed.
    """
    known_zone(zone)
    weekly, exceptions = plan.get("weekly", {}), plan.get("exceptions", {})
    if not isinstance(weekly, dict) or not isinstance(exceptions, dict):
        raise _wrong("hours", "weekly and exceptions, by day")
    unknown = [str(name) for name in weekly if name not in WEEKDAYS]
    if unknown:
        raise _wrong(f"hours.weekly.{unknown[0][:20]}", ", ".join(WEEKDAYS))
    if len(exceptions) > MOST_EXCEPTIONS:
        raise _wrong("hours.exceptions", f"at most {MOST_EXCEPTIONS} dates")
    return Hours(
        zone,
        tuple(_day(weekly.get(name, []), f"hours.weekly.{name}") for name in WEEKDAYS),
        {_date(day): _day(spans, f"hours.exceptions.{day}") for day, spans in exceptions.items()},
    )


def known_zone(zone: str) -> ZoneInfo:
    """Raises Invalid for what is no time zone."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Invalid(f"{zone[:64]} is no time zone.", {"timezone": "Europe/Berlin"}) from error


def wall_time(moment: datetime, zone: str, now: datetime) -> str:
    """As people say it: `9:00 (GMT)` today, `Monday 9:00 (GMT)` within a week, else with the date."""
    there, today = moment.astimezone(known_zone(zone)), now.astimezone(known_zone(zone)).date()
    days = (there.date() - today).days
    clock = f"{there.hour}:{there.minute:02} ({there.tzname()})"
    if days == 0:
        return clock
    if 0 < days < len(WEEKDAYS):
        return f"{there:%A} {clock}"
    return f"{there:%A} {there.day} {there:%B} {clock}"


def _day(spans: object, where: str) -> Day:
    if not isinstance(spans, list) or len(spans) > _MOST_SPANS:
        raise _wrong(where, f"a list of at most {_MOST_SPANS} pairs such as 09:00, 17:00")
    return tuple(sorted(_span(span, where) for span in spans))


def _span(given: object, where: str) -> Span:
    if not isinstance(given, list | tuple) or len(given) != 2:  # noqa: PLR2004 - from and to
        raise _wrong(where, "pairs such as 09:00, 17:00")
    start, end = (_minute(str(word), where) for word in given)
    if start == _DAY:
        raise _wrong(where, "a beginning before 24:00")
    return Span(start, end if end > start else end + _DAY)


def _minute(word: str, where: str) -> int:
    if not _CLOCK.fullmatch(word):
        raise _wrong(where, "times from 00:00 to 24:00")
    hours, _, minutes = word.partition(":")
    return int(hours) * 60 + int(minutes)


def _date(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise _wrong("hours.exceptions", "dates such as 2026-12-25") from error


def _wrong(where: str, wanted: str) -> Invalid:
    return Invalid("These are no opening hours.", {where: wanted})


def _plus(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _clock_changes(begin: datetime, end: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """When clocks are put forward or back within a day."""
    step = (end - begin) / _STEPS_PER_DAY
    for number in range(_STEPS_PER_DAY):
        low, high = begin + number * step, begin + (number + 1) * step
        if low.astimezone(zone).utcoffset() != high.astimezone(zone).utcoffset():
            yield _bisect(low, high, zone)


def _bisect(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    before = low.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = (low + (high - low) / 2).replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high
