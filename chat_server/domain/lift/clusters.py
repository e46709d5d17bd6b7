"""Shares and means over dialogues, when it is their contacts who were drawn.

Dialogues of one person are alike, so that counting each as a draw of its own would make intervals too narrow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from .intervals import Interval, Mean, normal, student, wilson


@dataclass(frozen=True)
class Cluster:
    """One contact: the sum over their dialogues, and what it is out of, both weighted."""

    total: float
    base: float


@dataclass(frozen=True)
class Sums:
    """Of clusters that were not kept: of totals, bases, their squares and products. Whole fractions, so that nothing is lost."""

    size: int
    total: Fraction
    base: Fraction
    totals_squared: Fraction
    products: Fraction
    bases_squared: Fraction


def ratio(clusters: Sequence[Cluster]) -> Mean:
    """Total by base of at least two clusters, each with a base.

    Ratio estimator with its linearised ("delta method") variance: Cochran, Sampling Techniques (1977), 6.4.
    """
    size, base = len(clusters), sum(cluster.base for cluster in clusters)
    value = sum(cluster.total for cluster in clusters) / base
    squares = sum((cluster.total - value * cluster.base) ** 2 for cluster in clusters)
    return Mean(value, size / (size - 1) * squares / base**2, size)


def ratio_of_sums(of: Sums) -> Mean:
    """The same."""
    value = of.total / of.base
    squares = of.totals_squared - 2 * value * of.products + value**2 * of.bases_squared
    return Mean(float(value), float(squares * of.size / (of.size - 1) / of.base**2), of.size)


def share(of: Mean, dialogues: int, level: float) -> Interval:
    """The Wilson interval of a share with as many independent trials as its variance is worth.

    Effective size with a correction for its degrees of freedom: Korn and Graubard, Survey Methodology 24 (1998),
    193-201. Never more trials than dialogues; where all are alike, one a contact.
    """
    spread = of.value * (1 - of.value)
    worth = spread / of.variance if of.variance else of.size
    correction = (normal(level) / student(level, of.size - 1)) ** 2
    return wilson(of.value, min(worth * correction, dialogues), level)
