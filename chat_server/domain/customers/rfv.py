"""Recency, frequency, value: customers by when they bought last, how often, and for how much.

The shop's own customers draw the lines: recency at the thirds of the days since the last order, frequency at once, a few
times and often. Each field of the grid is a rule, so that it can be made a segment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from statistics import quantiles

from .purchases import Summary

_DAY = timedelta(days=1)
_FEWEST = 2
_SCORES = 5
RECENCIES = ("recent", "cooling", "cold")
FREQUENCIES = ("once", "some", "often")


@dataclass(frozen=True)
class Lines:
    """`recent` and `cooling` are days since the last order, `often` is a number of orders."""

    recent: int
    cooling: int
    often: int


@dataclass(frozen=True)
class Square:
    """One field of the grid."""

    recency: str
    frequency: str
    customers: int
    orders: int
    spent_cents: int
    rule: dict[str, object]


def lines(summaries: Sequence[Summary], at: datetime) -> Lines:
    """Where the thirds are; of those who came again, the upper half buys often."""
    ages = [_age(one, at) for one in summaries]
    recent, cooling = quantiles(ages, n=3) if len(ages) >= _FEWEST else (30.0, 90.0)
    orders = sorted(one.orders for one in summaries if one.orders > 1)
    often = orders[len(orders) // 2] if orders else _FEWEST
    first = max(1, ceil(recent))
    return Lines(first, max(first + 1, ceil(cooling)), max(_FEWEST + 1, often))


def grid(summaries: Sequence[Summary], at: datetime, drawn: Lines) -> list[Square]:
    """All nine, row by row."""
    own: dict[tuple[str, str], list[Summary]] = {}
    for one in summaries:
        own.setdefault((_recency(one, at, drawn), _frequency(one, drawn)), []).append(one)
    return [
        Square(
            recency,
            frequency,
            len(found := own.get((recency, frequency), [])),
            sum(one.orders for one in found),
            sum(one.spent_cents for one in found),
            _rule(recency, frequency, drawn),
        )
        for recency in RECENCIES
        for frequency in FREQUENCIES
    ]


def scores(summaries: Sequence[Summary]) -> dict[str, tuple[int, int, int]]:
    """Recency, frequency and value from 1 to 5 by fifths of the shop's customers; alike gets alike."""
    recency = _fifths({one.customer_id: one.last_at.timestamp() for one in summaries})
    frequency = _fifths({one.customer_id: one.orders for one in summaries})
    value = _fifths({one.customer_id: one.spent_cents for one in summaries})
    return {who: (recency[who], frequency[who], value[who]) for who in recency}


def _fifths(values: dict[str, float]) -> dict[str, int]:
    """By how many others have less."""
    below: dict[float, int] = {}
    for place, value in enumerate(sorted(values.values())):
        below.setdefault(value, place)
    return {who: 1 + _SCORES * below[value] // len(values) for who, value in values.items()}


def _age(one: Summary, at: datetime) -> float:
    return (at - one.last_at) / _DAY


def _recency(one: Summary, at: datetime, drawn: Lines) -> str:
    age = _age(one, at)
    return RECENCIES[0 if age <= drawn.recent else 1 if age <= drawn.cooling else 2]


def _frequency(one: Summary, drawn: Lines) -> str:
    return FREQUENCIES[0 if one.orders == 1 else 1 if one.orders < drawn.often else 2]


def _rule(recency: str, frequency: str, drawn: Lines) -> dict[str, object]:
    def when(how: str, days: int) -> dict[str, object]:
        return {"field": "orders.last", "is": how, "value": days}

    def times(how: str, count: int) -> dict[str, object]:
        return {"field": "orders.count", "is": how, "value": count}

    recently = {
        "recent": [when("within", drawn.recent)],
        "cooling": [when("longer_ago", drawn.recent), when("within", drawn.cooling)],
        "cold": [when("longer_ago", drawn.cooling)],
    }
    often = {
        "once": [times("exactly", 1)],
        "some": [times("at_least", 2), times("at_most", drawn.often - 1)],
        "often": [times("at_least", drawn.often)],
    }
    return {"all": [*recently[recency], *often[frequency]]}
