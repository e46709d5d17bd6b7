"""Intervals that hold at every look at once, not only at one that was planned ("confidence sequences").

Whoever looks each day at an interval made for one look finds a difference sooner or later, whether there is one or not.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt

from chat_server.domain.lift.intervals import Interval

LEVEL = 0.95
# Fewer people say nothing, whatever a formula makes of them.
ENOUGH = 30


@dataclass(frozen=True, slots=True)
class Tally:
    """So many people, the sum of what came of each and of its squares; what came of one lies in [0, 1]."""

    people: int = 0
    total: float = 0.0
    squares: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.people + other.people, self.total + other.total, self.squares + other.squares
        )

    @property
    def enough(self) -> bool:
        return self.people >= ENOUGH

    @property
    def mean(self) -> float:
        return self.total / self.people if self.people else 0.0

    @property
    def centre(self) -> float:
        """The mean, with one person more at either end of the scale: that is what intervals are built around.

        Agresti and Caffo, The American Statistician 54 (2000), 280-288, do so with shares. Without it intervals of
        few people at the ends of the scale lie where the truth is not.
        """
        return (self.total + 1) / (self.people + 2)

    @property
    def variance(self) -> float:
        """Of the mean, with the same two persons more; never zero."""
        size = self.people + 2
        return ((self.squares + 1) / size - self.centre**2) / size


def halfwidth(variance: float, scale: float, level: float) -> float:
    """How far the truth may lie from an estimate with this variance, at every look at once.

    The mixture sequential probability ratio test turned into an interval. Differences as large as `scale` are what
    the mixture N(0, scale^2) is drawn for, and where the interval is tightest; it holds for every `scale` that was
    chosen before looking. Robbins, Annals of Mathematical Statistics 41 (1970), 1397-1409; Johari, Koomen, Pekelis
    and Walsh, Operations Research 70 (2022), 1806-1821, equation (11), with the estimated variance; that the normal
    approximation holds over time too is theorem 2.2 of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, Annals of
    Statistics 52 (2024), 2613-2640.
    """
    mixed = scale * scale
    odds = log((variance + mixed) / variance) / 2 - log(1 - level)
    return sqrt(2 * variance * (variance + mixed) / mixed * odds)


def interval(tally: Tally, scale: float, level: float = LEVEL) -> Interval:
    """Of one variant alone."""
    half, centre = halfwidth(tally.variance, scale, level), tally.centre
    return Interval(tally.mean, max(0.0, centre - half), min(1.0, centre + half))


def difference(one: Tally, other: Tally, scale: float, level: float = LEVEL) -> Interval:
    """By how much `one` is above `other`, which are independent."""
    centre, half = (
        one.centre - other.centre,
        halfwidth(one.variance + other.variance, scale, level),
    )
    return Interval(one.mean - other.mean, max(-1.0, centre - half), min(1.0, centre + half))
