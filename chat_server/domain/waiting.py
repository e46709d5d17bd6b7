"""How long those who wait will wait: learned from those who waited just now, or not said at all.

Every departure from a queue brings those behind it one place nearer. The pace is departures per slot
and second in which somebody waited, a slot being room for one conversation of an agent online; with
n departures in T slot-seconds its posterior is Gamma(n, T), and the wait at place k is the time of k
departures at an unknown pace. Its logarithm is close to normal with known mean and variance. How far
the waits before this one fell from it, in standard deviations, then sets the interval: whatever the
model has wrong about rush hours, lunch breaks and priorities shows there and is corrected.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

# Older departures say little about now; fewer than the least say too little.
WINDOW, LEAST = 40, 4
# Falls from past estimates that are remembered, and how many imagined ones the model itself counts as.
_REMEMBERED, _IMAGINED = 150, 10
_TENTHS = 10
_NORMAL = NormalDist()
_IMAGINED_FALLS = [_NORMAL.inv_cdf((i + 0.5) / _IMAGINED) for i in range(_IMAGINED)]


@dataclass(frozen=True)
class Stay:
    """One conversation's time in a queue, as it began: its place and the slots there were.

    `left_at` is None while it waits; `served` says whether a person took it.
    """

    began_at: datetime
    position: int
    slots: int
    left_at: datetime | None = None
    served: bool = False

    def as_of(self, now: datetime) -> Stay:
        """As it was known then."""
        if self.left_at is None or self.left_at <= now:
            return self
        return Stay(self.began_at, self.position, self.slots)


@dataclass(frozen=True)
class Estimate:
    """In seconds; four waits of five lie between `low` and `high`."""

    middle: float
    low: float
    high: float


@dataclass(frozen=True)
class Pace:
    """What is known of a queue now: departures in slot-seconds, and the falls that set the interval."""

    departures: int
    slot_seconds: float
    low: float = _NORMAL.inv_cdf(0.1)
    middle: float = 0.0
    high: float = _NORMAL.inv_cdf(0.9)

    def estimate(self, position: int, slots: int) -> Estimate | None:
        """None with nobody there to come."""
        if slots < 1 or position < 1:
            return None
        mean, deviation = self._log_wait(position, slots)
        low, middle, high = (
            math.exp(mean + fall * deviation) for fall in (self.low, self.middle, self.high)
        )
        return Estimate(middle, low, high)

    def fall(self, stay: Stay) -> float:
        """How far its wait fell from the model, in standard deviations."""
        if stay.left_at is None or stay.slots < 1:
            raise ValueError("only a stay that has ended, with somebody online, can be judged")
        waited = max((stay.left_at - stay.began_at).total_seconds(), 0.1)
        mean, deviation = self._log_wait(stay.position, stay.slots)
        return (math.log(waited) - mean) / deviation

    def _log_wait(self, position: int, slots: int) -> tuple[float, float]:
        places, departures = _log_gamma(position), _log_gamma(self.departures)
        mean = math.log(self.slot_seconds / slots) + places[0] - departures[0]
        return mean, math.sqrt(places[1] + departures[1])


@dataclass
class QueuePace:
    """The pace of one queue as last worked out: of an inbox and, where there is one, a team."""

    inbox_id: str
    team_id: str
    slots: int
    departures: int
    slot_seconds: float
    low: float
    middle: float
    high: float
    at: datetime

    def estimate(self, position: int) -> Estimate | None:
        """With the slots there were then."""
        known = Pace(self.departures, self.slot_seconds, self.low, self.middle, self.high)
        return known.estimate(position, self.slots)

    def keep(self, known: Pace, slots: int, now: datetime) -> None:
        """What is known now."""
        self.departures, self.slot_seconds = known.departures, known.slot_seconds
        self.low, self.middle, self.high = known.low, known.middle, known.high
        self.slots, self.at = slots, now


def pace(stays: Sequence[Stay], now: datetime) -> Pace | None:
    """From the latest stays of one queue in the order they began; None with too little to judge by."""
    counted = _count(stays, now)
    if counted is None:
        return None
    falls = _falls(stays, now)
    cuts = quantiles([*falls, *_IMAGINED_FALLS], n=_TENTHS)
    return Pace(counted.departures, counted.slot_seconds, cuts[0], cuts[4], cuts[8])


def _falls(stays: Sequence[Stay], now: datetime) -> list[float]:
    """Of stays that ended with a person, each judged by what was known when it began."""
    falls = []
    for index, stay in enumerate(stays):
        if not stay.served or stay.slots < 1 or stay.left_at is None or stay.left_at > now:
            continue
        known = _count(stays[max(0, index - 2 * WINDOW) : index], stay.began_at)
        if known is not None:
            falls.append(known.fall(stay))
    return falls[-_REMEMBERED:]


def _count(stays: Sequence[Stay], now: datetime) -> Pace | None:
    """Departures of the window, and the slot-seconds in which somebody waited for them."""
    known = [stay.as_of(now) for stay in stays[-2 * WINDOW :] if stay.began_at < now]
    ends = sorted(stay.left_at for stay in known if stay.left_at is not None)
    if len(ends) < LEAST:
        return None
    start = ends[-WINDOW - 1] if len(ends) > WINDOW else known[0].began_at
    departures = min(len(ends), WINDOW)
    spent, until = 0.0, start
    for stay in known:
        begin, end = max(stay.began_at, until), stay.left_at or now
        if end > begin:
            spent += (end - begin).total_seconds() * max(stay.slots, 1)
            until = end
    return Pace(departures, spent) if spent > 0 else None


def _log_gamma(shape: int) -> tuple[float, float]:
    """Mean and variance of the logarithm of a Gamma(shape, 1): digamma and trigamma of it."""
    mean = variance = 0.0
    x = float(shape)
    while x < 8:  # noqa: PLR2004 - from here on the series below is exact enough
        mean -= 1 / x
        variance += 1 / (x * x)
        x += 1
    y = 1 / (x * x)
    mean += math.log(x) - 0.5 / x - y * (1 / 12 - y * (1 / 120 - y / 252))
    variance += 1 / x + y / 2 + (y / x) * (1 / 6 - y * (1 / 30 - y / 42))
    return mean, variance
