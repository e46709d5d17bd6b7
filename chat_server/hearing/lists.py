"""Messages without a verb: "Оля, Мурманск, 38 размер"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from chat_server.domain.facts.statement import Statement

from .names import Name
from .takes import LIKELY, SURE
from .text import Line

# What the words from here to there are, when they are nothing else.
Field: TypeAlias = Callable[[Line, int, int], Statement | None]
_PARTS = re.compile(r"[^,;\n]+")
# With one of these the rest may be about something else.
_TELLING = frozenset({"company_role", "size"})
_FEWEST, _MOST, _LONGEST = 2, 5, 120


def listed(
    opening: re.Pattern[str], name: Field, *others: Field
) -> Callable[[Line], Iterator[Statement]]:
    """A name, and after it nothing but a place, a size, a role or a firm; the rest may follow in other sentences."""

    def hear(line: Line) -> Iterator[Statement]:
        if "?" in line.low or len(line.sentences) == 0:
            return
        greeting = opening.match(line.low)
        start = greeting.end() if greeting else 0
        stop = re.compile(r"[.!](?=\s|\Z)|\Z").search(line.low, start)
        end = stop.start() if stop else len(line.low)
        if end - start > _LONGEST:
            return
        spans = [(one.start(), one.end()) for one in _PARTS.finditer(line.low, start, end)]
        if len(spans) < _FEWEST:
            return
        spans = spans[:_MOST]
        spans = [_bare(line, *span) for span in spans]
        first = name(line, *spans[0])
        if first is None:
            return
        found = [first]
        for span in spans[1:]:
            field = next((one for one in (read(line, *span) for read in others) if one), None)
            if field is None:
                break
            found.append(field)
        if len(found) == len(spans) or any(one.key in _TELLING for one in found):
            yield from found

    return hear


def name_field(name_at: Callable[[Line, int, int], Name | None]) -> Field:
    """A name and nothing else: one that is known, or two words with capitals."""

    def read(line: Line, start: int, end: int) -> Statement | None:
        name = name_at(line, start, end)
        if name is None or name.end != end:
            return None
        if not (name.known or (name.capital and " " in name.value)):
            return None
        return Statement("name", name.value, SURE, name.start, name.end)

    return read


def home_field(
    lead: re.Pattern[str],
    town_at: Callable[[Line, int, int], tuple[str, int] | None],
    is_place: Callable[[str], bool],
) -> Field:
    """A place and nothing else, behind the words that lead to one or without; an unknown one has a capital."""

    def read(line: Line, start: int, end: int) -> Statement | None:
        led = lead.match(line.low[start:end])
        start += led.end() if led else 0
        town = town_at(line, start, end)
        if town is None or town[1] != end:
            return None
        if not (led or is_place(line.low[start:end]) or line.capital(start)):
            return None
        return Statement("home", town[0], LIKELY, start, end)

    return read


def size_field(said: re.Pattern[str], as_size: Callable[[str], str | None]) -> Field:
    """A size and nothing else (`v`): a number needs a word for it, before it or as its `unit`."""

    def read(line: Line, start: int, end: int) -> Statement | None:
        found = said.fullmatch(line.low, start, end)
        if found is None:
            return None
        if found.start("v") == start and not found["unit"] and found["v"].isdigit():
            return None
        value = as_size(found["v"])
        return Statement("size", value, SURE, *found.span("v")) if value else None

    return read


def role_field(said: re.Pattern[str]) -> Field:
    """What they are in a firm (`v`); the firm that follows is heard by itself."""

    def read(line: Line, start: int, end: int) -> Statement | None:
        found = said.fullmatch(line.low, start, end)
        if found is None:
            return None
        start, end = found.span("v")
        return Statement("company_role", line.text[start:end].lower(), 0.9, start, end)

    return read


def _bare(line: Line, start: int, end: int) -> tuple[int, int]:
    said = line.low[start:end]
    return start + len(said) - len(said.lstrip()), end - len(said) + len(said.rstrip())
