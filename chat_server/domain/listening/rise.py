"""Whether a day, or the three up to it, had more of something than its own past explains.

Each theme's count is held against the 56 days before, by the upper tail of a negative binomial distribution whose mean is that of
the past and whose spread is the past's own, plus what is not known about the mean: with few counts a rise has to be larger to be
told. Where the past is no wilder than Poisson, this is the exact prediction of a Poisson rate from its counts (Jeffreys' prior).
Many themes are looked at on a day, so the chances are corrected by Holm's steps (Scandinavian Journal of Statistics 6, 1979):
on a day on which nothing happens, the chance of any alarm at all is to be one in a hundred. The chances themselves are somewhat
too small where days differ wildly, so less than that is asked of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp, inf, lgamma, log, sqrt
from typing import TypeVar

PAST_DAYS = 56
FEWEST_DAYS = 14
FEWEST = 3
FALSE_DAYS = 0.01
# What is asked of a day, so that the bound above holds where days differ as much as their mean too: by `evaluation.rises`.
_LEVEL = 0.0025
# A jump shows on its day, a slower rise in three.
WINDOWS = (1, 3)
# Spread is estimated badly from a few weeks, the worse the fewer; more than was seen is likely. Both numbers were chosen by
# `evaluation.rises`, so that usual days are called so.
_SPREAD_PRIOR = 0.1
_MARGIN = 6.0
_NEGLIGIBLE = 1e-17

K = TypeVar("K")


@dataclass(frozen=True)
class Rise:
    """Of `days` together; `expected` is the mean of as many before, `chance` that of so many or more as usual."""

    days: int
    count: int
    expected: float
    chance: float


class Series:
    """Counts by day, added up once: of any days and as many before them, sums and squares are differences."""

    def __init__(self, counts: Sequence[int]) -> None:
        self._sums = (0, *accumulate(counts))
        self._squares = {days: self._squares_of(days) for days in WINDOWS}

    def rise(self, days: int, begin: int, end: int) -> Rise:
        """The last so many days of [begin, end) against as many before, and as many before those."""
        sums, squares = self._sums, self._squares[days]
        before = end - days
        many = (end - begin) // days - 1
        first = before - many * days
        today, past = sums[end] - sums[before], sums[before] - sums[first]
        expected = past / many
        if today <= expected:
            # It rose in no way, however wild the past was.
            return Rise(days, today, expected, 1.0)
        chance = _chance(today, many, past, squares[before] - squares[first], _LEVEL)
        return Rise(days, today, expected, chance)

    def _squares_of(self, days: int) -> list[int]:
        """Up to each day, of the sums of so many days that end with it, and of those before them."""
        sums = self._sums
        made = [0] * days
        for end in range(days, len(sums)):
            made.append(made[end - days] + (sums[end] - sums[end - days]) ** 2)
        return made


def rises(counts: Mapping[K, Sequence[int]]) -> dict[K, Rise]:
    """Of each theme's counts by day, the last of which is looked at: what rose, corrected for all that was looked at."""
    return _corrected(
        (key, Series(series).rise(days, 0, len(series)))
        for key, series in counts.items()
        if len(series) > FEWEST_DAYS
        for days in WINDOWS
    )


def rises_among(counts: Mapping[K, Series], begin: int, end: int) -> dict[K, Rise]:
    """The same of days [begin, end) of longer series."""
    if end - begin <= FEWEST_DAYS:
        return {}
    return _corrected(
        (key, series.rise(days, begin, end)) for key, series in counts.items() for days in WINDOWS
    )


def _corrected(looked: Iterable[tuple[K, Rise]]) -> dict[K, Rise]:
    looked_at = sorted(looked, key=lambda pair: pair[1].chance)
    found: dict[K, Rise] = {}
    for rank, (key, rise) in enumerate(looked_at):
        if rise.chance > _LEVEL / (len(looked_at) - rank):
            break
        if rise.count >= FEWEST:
            found.setdefault(key, rise)
    return found


def chance_of(today: int, past: Sequence[int]) -> float:
    """That a usual day has so many or more."""
    return _chance(today, len(past), sum(past), sum(n * n for n in past), 1.0)


def _chance(today: int, days: int, past: int, squares: int, most: float) -> float:
    """Of a past of so many days, by its sum and its sum of squares; above `most`, some number above it."""
    total = past + 0.5
    mean = total / days
    # Of whole numbers, so that nothing is lost in rounding.
    around = squares - past**2 / days
    seen = max(0.0, (around / (days - 1) - mean) / mean**2)
    spread = (1 + _MARGIN / sqrt(days)) * seen + _SPREAD_PRIOR / (1 + mean)
    return _upper_tail(today, mean, 1 / (spread + 1 / total), most)


def _upper_tail(count: int, mean: float, size: float, most: float) -> float:
    """Of the negative binomial distribution with this mean and size; terms are added from the count on, away from the mean."""
    if count <= 0:
        return 1.0
    within, beyond = log(size / (size + mean)), log(mean / (size + mean))
    share = mean / (size + mean)
    if count > mean:
        n = count
        term = added = 1.0
        first = exp(_log_term(count, size, within, beyond))
        # Most days are usual, and a few terms say so.
        enough = most / first if first else inf
        while term > _NEGLIGIBLE * added and added <= enough:
            term *= (size + n) / (n + 1) * share
            added += term
            n += 1
        return min(1.0, first * added)
    n = count - 1
    term = added = 1.0
    while n > 0 and term > _NEGLIGIBLE * added:
        term *= n / ((size + n - 1) * share)
        added += term
        n -= 1
    return max(0.0, 1 - exp(_log_term(count - 1, size, within, beyond)) * added)


def _log_term(n: int, size: float, within: float, beyond: float) -> float:
    return lgamma(size + n) - lgamma(size) - lgamma(n + 1) + size * within + n * beyond
