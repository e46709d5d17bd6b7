"""Who came back: people by the week or month of their first dialogue, and in how many of the later ones they had another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# So many weeks or months are looked at.
LENGTH = 12


class Unit(StrEnum):
    """Weeks begin on Monday; days are UTC's."""

    WEEK = "week"
    MONTH = "month"

    def begin(self, day: date) -> date:
        """The first day of the one it is in."""
        if self is Unit.WEEK:
            return day - timedelta(days=day.weekday())
        return day.replace(day=1)

    def step(self, begin: date, n: int) -> date:
        """The beginning of the one that many later, or earlier."""
        if self is Unit.WEEK:
            return begin + n * timedelta(weeks=1)
        months = begin.year * 12 + begin.month - 1 + n
        return date(months // 12, months % 12 + 1, 1)


@dataclass(frozen=True)
class Cohort:
    """`came` are people with a dialogue in the same week or month, the next one and so on, up to the one that is not over."""

    begin: date
    came: tuple[int, ...]

    @property
    def size(self) -> int:
        """Everybody has a dialogue in their first."""
        return self.came[0]


def cohorts(counts: Mapping[tuple[date, date], int], unit: Unit, today: date) -> list[Cohort]:
    """Oldest first, out of people by when their first dialogue was and when another; those without anybody too."""
    last = unit.begin(today)
    begins = [unit.step(last, n - LENGTH + 1) for n in range(LENGTH)]
    return [
        Cohort(first, tuple(counts.get((first, at), 0) for at in begins[number:]))
        for number, first in enumerate(begins)
    ]
