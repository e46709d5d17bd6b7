"""How many people an experiment needs, and how long that takes, before it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import NormalDist

from chat_server.domain.errors import Invalid

from .design import Comparison
from .sequences import ENOUGH, LEVEL, halfwidth

POWER = 0.8
_MOST_PEOPLE = 10**9


@dataclass(frozen=True)
class Plan:
    """`people` in all; `days` is None when nobody knows how many come in a day."""

    people: int
    days: int | None


def plan(
    baseline: float,
    effect: float,
    weights: Sequence[float],
    compared: Sequence[Comparison],
    *,
    per_day: float | None = None,
    window_hours: int = 0,
) -> Plan:
    """So many that a true difference of `effect` is found in four of five experiments, whoever looks how often.

    At the end alone; looks before only find it earlier. Of several comparisons the smallest one counts.
    """
    if not 0 < baseline < 1:
        raise Invalid("The share now lies between 0 and 1.", {"baseline": "not between 0 and 1"})
    if not 0 < effect <= 1:
        raise Invalid("The difference lies between 0 and 1.", {"effect": "not between 0 and 1"})
    if per_day is not None and not per_day > 0:
        raise Invalid("Somebody must come.", {"per_day": "not above 0"})
    level = level_of(len(compared))
    # Downwards where it cannot go up.
    other = baseline + effect if baseline + effect < 1 else max(baseline - effect, 0.0)
    people = max(
        _people(_unit_variance(baseline, other, weights, one), effect, level) for one in compared
    )
    people = max(people, ceil(ENOUGH / min(weights)))
    days = None if per_day is None else ceil(people / per_day + window_hours / 24)
    return Plan(people, days)


def level_of(comparisons: int) -> float:
    """Of one verdict, so that all of an experiment's together err in one of twenty (Bonferroni)."""
    return 1 - (1 - LEVEL) / comparisons


def _unit_variance(
    share: float, other: float, weights: Sequence[float], compared: Comparison
) -> float:
    """Of the difference, by one person in all."""
    base = sum(weights[at] for at in compared.base)
    against = sum(weights[at] for at in compared.other)
    return share * (1 - share) / base + other * (1 - other) / against


def _people(unit: float, effect: float, level: float) -> int:
    """The smallest number whose interval leaves out zero with the wanted power."""
    luck = NormalDist().inv_cdf(POWER)
    few, many = 1, 2
    while not _finds(unit / many, effect, level, luck):
        few, many = many, many * 2
        if many > _MOST_PEOPLE:
            raise Invalid("So small a difference takes too many people.", {"effect": "too small"})
    while many - few > 1:
        middle = (few + many) // 2
        if _finds(unit / middle, effect, level, luck):
            many = middle
        else:
            few = middle
    return many


def _finds(variance: float, effect: float, level: float, luck: float) -> bool:
    return effect - halfwidth(variance, effect, level) >= luck * sqrt(variance)
