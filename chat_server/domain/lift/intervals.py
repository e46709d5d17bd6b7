"""Intervals of shares, means and their differences."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, sqrt
from statistics import NormalDist


@dataclass(frozen=True)
class Interval:
    """An estimate and where the truth lies by it."""

    value: float
    low: float
    high: float

    @property
    def side(self) -> int:
        """1 when wholly above zero, -1 when below, 0 when it may be either."""
        return (self.low > 0) - (self.high < 0)


def normal(level: float) -> float:
    """The two-sided quantile: 1.96 for a level of 0.95."""
    return NormalDist().inv_cdf((1 + level) / 2)


def student(level: float, freedom: float) -> float:
    """The two-sided quantile of Student's t, right to three digits from five degrees of freedom on.

    Cornish-Fisher expansion: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.5.
    """
    z = normal(level)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92_160,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, 1))


def wilson(share: float, size: float, level: float) -> Interval:
    """The score interval of a share of `size` independent trials, which need not be a whole number.

    Wilson, JASA 22 (1927), 209-212; method 3 in Newcombe, Statistics in Medicine 17 (1998), 857-872.
    """
    z = normal(level)
    middle = share + z * z / (2 * size)
    half = z * sqrt(share * (1 - share) / size + z * z / (4 * size * size))
    stretch = 1 + z * z / size
    return Interval(share, max(0.0, (middle - half) / stretch), min(1.0, (middle + half) / stretch))


def newcombe(one: Interval, other: Interval) -> Interval:
    """The difference of two independent shares, from their Wilson intervals.

    Hybrid score interval, method 10 in Newcombe, Statistics in Medicine 17 (1998), 873-890.
    """
    value = one.value - other.value
    return Interval(
        value,
        value - hypot(one.value - one.low, other.high - other.value),
        value + hypot(one.high - one.value, other.value - other.low),
    )


@dataclass(frozen=True)
class Mean:
    """A mean, the variance of it (not of what it is the mean of), and how many it comes from."""

    value: float
    variance: float
    size: int

    def interval(self, level: float) -> Interval:
        """By Student's t."""
        half = student(level, self.size - 1) * sqrt(self.variance)
        return Interval(self.value, self.value - half, self.value + half)


def welch(one: Mean, other: Mean, level: float) -> Interval:
    """The difference of two means with variances of their own.

    Welch, Biometrika 34 (1947), 28-35, with Satterthwaite's degrees of freedom.
    """
    value, variance = one.value - other.value, one.variance + other.variance
    if not variance:
        return Interval(value, value, value)
    half = student(level, welch_freedom(one, other)) * sqrt(variance)
    return Interval(value, value - half, value + half)


def welch_freedom(one: Mean, other: Mean) -> float:
    """Satterthwaite, Biometrics Bulletin 2 (1946), 110-114; not for two variances of zero."""
    parts = (mean.variance**2 / (mean.size - 1) for mean in (one, other))
    return (one.variance + other.variance) ** 2 / sum(parts)
