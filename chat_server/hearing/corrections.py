"""Values put right: "打錯了!是43"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from chat_server.domain.facts.statement import Statement

from .contact_details import EMAIL, PHONE, as_email, as_order_number, as_phone
from .dates import Calendar
from .engine import AS_CORRECTION
from .names import Name
from .text import Line

_SHOE_SIZES = range(30, 60)
_DAY_WITHIN = 24


@dataclass(frozen=True)
class Shape:
    """What a value of a kind looks like: `v` in the pattern, and how it is kept."""

    key: str
    pattern: re.Pattern[str]
    clean: Callable[[str], str | None]


# What looks alike in every language.
CONTACTS = (
    Shape("email", re.compile(rf"(?P<v>{EMAIL})"), as_email),
    Shape("phone", re.compile(rf"(?P<v>{PHONE})"), as_phone),
    Shape(
        "order_number",
        re.compile(r"#?(?P<v>\d{5,8})(?![\d:/-]|[.,]\d)"),
        as_order_number,
    ),
)


def plain_size(clean: Callable[[str], str | None]) -> Callable[[str], str | None]:
    """Numbers that are none of shoes are more often something else."""

    def read(said: str) -> str | None:
        return clean(said) if not said.isdigit() or int(said) in _SHOE_SIZES else None

    return read


Other: TypeAlias = Callable[[Line, int], Iterable[tuple[str, str, int, int]]]


def bent_values(
    colour: re.Pattern[str],
    colour_of: Callable[[Line, re.Match[str]], str],
    town_at: Callable[..., tuple[str, int] | None],
    is_place: Callable[[str], bool],
    name_at: Callable[[Line, int, int], Name | None],
) -> Other:
    """A colour, a home or a name, which bend: what is kept is not what is written."""

    def read(line: Line, start: int) -> Iterator[tuple[str, str, int, int]]:
        if start >= len(line.low):
            return
        found = colour.match(line.low, start)
        if found is not None:
            yield "colour", colour_of(line, found), *found.span()
        town = town_at(line, start, len(line.low), known_only=True)
        if town is not None and (line.capital(start) or is_place(line.low[start : town[1]])):
            yield "home", town[0], start, town[1]
        name = name_at(line, start, len(line.low))
        if name is not None and name.known and name.capital:
            yield "name", name.value, name.start, name.end

    return read


@dataclass(frozen=True, eq=False)
class PutRight:
    """Whatever can be a value behind words that say that something else was meant, and nothing behind it.

    Too unsure to count by itself: it stands in the place of what was said of its kind before.
    `question`: what makes the line one.
    """

    opening: re.Pattern[str]
    over: re.Pattern[str]
    question: re.Pattern[str]
    shapes: tuple[Shape, ...]
    calendar: Calendar
    # What else is read there: kind, value and where it stands.
    also: Other = lambda _line, _start: ()

    def __call__(self, line: Line) -> Iterator[Statement]:
        if self.question.search(line.low):
            return
        for found in self.opening.finditer(line.low):
            if not line.in_quotation(found.start()):
                yield from self._values(line, found.end())
                yield from self._day(line, found.end())

    def _values(self, line: Line, start: int) -> Iterator[Statement]:
        for shape in self.shapes:
            found = shape.pattern.match(line.low, start)
            if found is not None and self.over.match(line.low, found.end()):
                value = shape.clean(line.low[slice(*found.span("v"))])
                if value is not None:
                    yield self._meant(shape.key, value, *found.span("v"))
        for key, value, begin, end in self.also(line, start):
            if self.over.match(line.low, end):
                yield self._meant(key, value, begin, end)

    def _day(self, line: Line, start: int) -> Iterator[Statement]:
        for day in self.calendar.days(line.low[start : start + _DAY_WITHIN], line.at.date())[:1]:
            if day.start == 0 and self.over.match(line.low, start + day.end):
                yield self._meant("occasion_date", day.day.isoformat(), start, start + day.end)

    def _meant(self, key: str, value: str, start: int, end: int) -> Statement:
        return Statement(key, value, AS_CORRECTION, start, end, corrects=True)
