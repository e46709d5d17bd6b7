"""Which response element an order is owed to: the first one that a person met before it, and the last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

Which: TypeAlias = Literal["first", "last"]
WHICH: tuple[Which, ...] = ("first", "last")
# Who met an element longer ago does not come because of it, unless a marketer thinks otherwise.
DAYS, MOST_DAYS = 30, 365
_WORD = re.compile(r"(first|last)\.([1-9]\d{0,2})\.([A-Za-z0-9_-]{1,64})")


@dataclass(frozen=True)
class Crediting:
    """An order is `which` touch's if `element` is the first, or last, met in the `days` before it."""

    which: Which
    element: str
    days: int = DAYS


@dataclass(frozen=True)
class Credit:
    """Each order once a person; `dialogues` are those the people had in the window before their orders."""

    orders: int
    people: int
    dialogues: int


@dataclass(frozen=True)
class Owed:
    """An order of a person at a time, and the element it is owed to."""

    person: str
    number: str
    at: datetime
    element: str


def chained(owed: Iterable[Owed], since: datetime) -> Iterator[tuple[Owed, datetime | None]]:
    """Those since then, each with the time of the same person's order before that is owed to the same element.

    People of any period are those of its orders whose one before is not in it.
    """
    last: dict[tuple[str, str], datetime] = {}
    for one in sorted(owed, key=lambda one: (one.at, one.number)):
        if one.at >= since:
            yield one, last.get((one.person, one.element))
        last[one.person, one.element] = one.at


def touch_of(word: str) -> Crediting | None:
    """`first.30.FLYER`, as addresses have it."""
    found = _WORD.fullmatch(word)
    if found is None or int(found[2]) > MOST_DAYS:
        return None
    return Crediting("first" if found[1] == "first" else "last", found[3], int(found[2]))
