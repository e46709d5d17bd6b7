"""Days named in a text, relative to the day on which it was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import TypeAlias

Reading: TypeAlias = Callable[[dict[str, str], date], date | None]
_WEEK = 7
# A day named without a year lies ahead, unless it has only just passed.
_JUST_PASSED = timedelta(days=14)
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Day:
    """A day and the words that name it."""

    day: date
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Calendar:
    """A language's words for days. `months`, `weekdays`: word → number; `units`: word → days (30 a month)."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    near: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, int]
    # With places {month}, {weekday}, {near}, {number}, {unit}; groups: day, month, year, weekday, next, near, count, unit.
    patterns: tuple[str, ...]
    years_from: int = 0
    # Patterns with a reading of their own, tried first.
    special: tuple[tuple[str, Reading], ...] = ()

    @cached_property
    def _special(self) -> list[tuple[re.Pattern[str], Reading]]:
        return [(re.compile(pattern), read) for pattern, read in self.special]

    @cached_property
    def compiled(self) -> tuple[re.Pattern[str], ...]:
        """The language's patterns, then those that every language shares."""
        words = {
            "month": _any(self.months),
            "weekday": _any(self.weekdays),
            "near": _any(self.near),
            "number": _any(self.numbers),
            "unit": _any(self.units),
        }
        return tuple(
            re.compile(_filled(pattern, words)) for pattern in (*self.patterns, *_EVERYWHERE)
        )

    def days(self, low: str, today: date) -> list[Day]:
        """All, in order, none overlapping."""
        found: list[Day] = []
        for pattern, read in (*self._special, *((one, self._day) for one in self.compiled)):
            for match in pattern.finditer(low):
                start, end = match.span()
                if any(start < other.end and other.start < end for other in found):
                    continue
                day = _read(read, {k: v for k, v in match.groupdict().items() if v}, today)
                if day is not None:
                    found.append(Day(day, start, end))
        return sorted(found, key=lambda day: day.start)

    def _day(self, parts: dict[str, str], today: date) -> date | None:
        reads: tuple[tuple[str, Reading], ...] = (
            ("near", self._near),
            ("weekday", self._weekday),
            ("unit", self._ahead),
            ("month", self._dated),
            ("number_month", self._dated),
            ("day", self._of_this_month),
        )
        for name, read in reads:
            if name in parts:
                return read(parts, today)
        return None

    def _near(self, parts: dict[str, str], today: date) -> date:
        return today + timedelta(days=self.near[parts["near"]])

    def _weekday(self, parts: dict[str, str], today: date) -> date:
        """The next one; with "next" before it, the one of next week."""
        wanted = self.weekdays[parts["weekday"]]
        if "next" in parts:
            return today + timedelta(days=_WEEK - today.weekday() + wanted)
        return today + timedelta(days=(wanted - today.weekday()) % _WEEK)

    def _ahead(self, parts: dict[str, str], today: date) -> date:
        count = parts.get("count", "1")
        number = int(count) if count.isdigit() else self.numbers[count]
        return today + timedelta(days=number * self.units[parts["unit"]])

    def _dated(self, parts: dict[str, str], today: date) -> date:
        month = (
            int(parts["number_month"]) if "number_month" in parts else self.months[parts["month"]]
        )
        day = int(parts["day"])
        if "year" in parts:
            year = int(parts["year"])
            if year < 100:  # noqa: PLR2004 - two digits
                year += _CENTURY
            elif self.years_from and year > _CENTURY + 500:
                year -= self.years_from
            return date(year, month, day)
        this_year = date(today.year, month, day)
        return this_year if this_year >= today - _JUST_PASSED else date(today.year + 1, month, day)

    def _of_this_month(self, parts: dict[str, str], today: date) -> date:
        day = int(parts["day"])
        if day >= today.day:
            return today.replace(day=day)
        return (today.replace(day=1) + timedelta(days=32)).replace(day=day)


_EVERYWHERE = (
    r"(?<![\d.-])(?P<year>20\d\d)[-/.](?P<number_month>0?[1-9]|1[0-2])[-/.](?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
    r"(?<![\d./-])(?P<day>0?[1-9]|[12]\d|3[01])\.\s?(?P<number_month>0?[1-9]|1[0-2])\.(?:\s?(?P<year>20\d\d|25\d\d))?(?!\d)",
    r"(?<![\d./-])(?P<day>1[3-9]|2\d|3[01])/(?P<number_month>0?[1-9]|1[0-2])(?:/(?P<year>20\d\d|25\d\d|\d\d))?(?![\d/])",
)


def end_of(day: date) -> datetime:
    """When it is past wherever on Earth."""
    return datetime.combine(day, time(), UTC) + timedelta(hours=36)


def _read(read: Reading, parts: dict[str, str], today: date) -> date | None:
    try:
        return read(parts, today)
    except (ValueError, OverflowError):
        return None


def _any(words: Mapping[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def _filled(pattern: str, words: dict[str, str]) -> str:
    for name, choice in words.items():
        pattern = pattern.replace(f"{{{name}}}", f"(?:{choice})")
    return pattern


def names(*rows: str) -> dict[str, int]:
    """Word → place of its row, from one on; a row holds spellings of one thing, divided by spaces."""
    return {word: number for number, row in enumerate(rows, 1) for word in row.split()}


def weekdays(*rows: str) -> dict[str, int]:
    """Word → 0 for Monday to 6."""
    return {word: number - 1 for word, number in names(*rows).items()}


ENGLISH = Calendar(
    months=names(
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
        "august aug", "september sept sep", "october oct", "november nov", "december dec",
    ),
    weekdays=weekdays(
        "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri",
        "saturday sat", "sunday sun",
    ),
    near={
        "the day after tomorrow": 2, "day after tomorrow": 2, "tomorrow": 1, "tmrw": 1, "tmr": 1,
        "tomorow": 1, "tommorow": 1, "tommorrow": 1, "today": 0, "tonight": 0, "this evening": 0,
    },
    numbers=names("one a an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    | {"a couple of": 2, "fourteen": 14},
    units={"days": 1, "day": 1, "weeks": 7, "week": 7, "months": 30, "month": 30, "fortnight": 14},
    patterns=(
        r"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\.?\s?(?:of\s)?(?P<month>{month})\b\.?(?:,?\s(?P<year>20\d\d))?",
        r"\b(?P<month>{month})\b\.?\s(?:the\s)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!:|\s?[ap]m)(?:,?\s(?P<year>20\d\d))?",
        r"\b(?P<near>{near})\b",
        r"\b(?:in|within)\s(?:(?:about|exactly|just|only|roughly|around|precisely)\s)?(?P<count>\d{1,2}|{number})\s(?P<unit>{unit})\b(?:['s]{0,2}\stime)?",
        r"\b(?P<count>\d{1,2}|{number})\s(?P<unit>{unit})\s(?:from now|from today)\b",
        r"\b(?:(?P<next>next)|this|this coming|coming|on|by|until|till|before|for|from|starting|beginning|after|as of)\s(?P<weekday>{weekday})\b(?!s)",
        r"\b(?P<weekday>{weekday})\b(?=\s*(?:$|[,.!?]))",
        r"\bon the (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b",
    ),
)  # fmt: skip
