"""How long those who wait will wait: learned from those who waited just now, or not said at all.

The pace of a queue is how many were served per slot and second in which somebody waited, a slot being
room for one conversation of an agent online. With n served in T slot-seconds its posterior is Gamma(n, T);
the wait at place k is the time in which as many are served as will not have given up before their turn.
Its logarithm is close to normal with known mean and variance. How far the waits before this one fell
from it, in standard deviations, then sets the interval: whatever the model has wrong about rush hours,
breaks and priorities shows there and is corrected.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from statistics import NormalDist
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

# Older departures say little about now; fewer than the least say too little.
WINDOW, LEAST = 40, 4
# How many stays tell of it: in a long queue many began before the last one ended.
RECALL = 1500
# As many falls as the model itself counts as, before there are real ones.
_IMAGINED = 10
# The share of waits outside an interval, and how hard it is steered back to it.
_MISS, _GAIN = 0.2, 3.0
_NORMAL = NormalDist()
_IMAGINED_FALLS = [_NORMAL.inv_cdf((i + 0.5) / _IMAGINED) for i in range(_IMAGINED)]


@dataclass(frozen=True)
class Estimate:
    """In seconds; four waits of five lie between `low` and `high`."""

    middle: float
    low: float
    high: float

    def holds(self, seconds: float) -> bool:
        """Whether a wait lies in the interval."""
        return self.low <= seconds <= self.high


@dataclass(frozen=True)
class Expected:
    """What was expected as a stay began: the wait's logarithm by the model, and what was told."""

    mean: float
    deviation: float
    told: Estimate


@dataclass(frozen=True)
class Stay:
    """One conversation's time in a queue, as it began: its place and the slots there were.

    `left_at` is None while it waits; `served` says whether a person took it.
    """

    began_at: datetime
    position: int
    slots: int
    expected: Expected | None = None
    left_at: datetime | None = None
    served: bool = False

    def ended(self, at: datetime, *, served: bool) -> Stay:
        """As it is once it has ended."""
        return replace(self, left_at=at, served=served)

    @property
    def waited(self) -> float:
        """Seconds until it ended."""
        if self.left_at is None:
            raise ValueError("it still waits")
        return (self.left_at - self.began_at).total_seconds()


@dataclass(frozen=True)
class Pace:
    """What is known of a queue now: who was served in how many slot-seconds, and what sets the interval.

    `giving_up` is the share of those waiting who give up each second.
    """

    served: int
    slot_seconds: float
    giving_up: float = 0.0
    low: float = _NORMAL.inv_cdf(0.1)
    middle: float = 0.0
    high: float = _NORMAL.inv_cdf(0.9)

    def expect(self, position: int, slots: int) -> Expected | None:
        """None with nobody there to come."""
        if slots < 1 or position < 1:
            return None
        ahead, served = _log_gamma(self._to_serve(position, slots)), _log_gamma(self.served)
        mean = math.log(self.slot_seconds / slots) + ahead[0] - served[0]
        deviation = math.sqrt(ahead[1] + served[1])
        low, middle, high = (
            math.exp(mean + fall * deviation) for fall in (self.low, self.middle, self.high)
        )
        return Expected(mean, deviation, Estimate(middle, low, high))

    def _to_serve(self, position: int, slots: int) -> float:
        """How many will be served until then: some of those ahead give up before their turn."""
        if not self.giving_up:
            return float(position)
        rate = self.served * slots / self.slot_seconds
        return rate / self.giving_up * math.log1p(position * self.giving_up / rate)


@dataclass
class QueuePace:
    """The pace of one queue as last worked out: of an inbox and, where there is one, a team."""

    inbox_id: str
    team_id: str
    at: datetime
    slots: int = 0
    served: int = 0
    slot_seconds: float = 0.0
    giving_up: float = 0.0
    low: float = 0.0
    middle: float = 0.0
    high: float = 0.0

    def expect(self, position: int) -> Expected | None:
        """With the slots there were then; None while there is too little to judge by."""
        if not self.served:
            return None
        known = Pace(
            self.served, self.slot_seconds, self.giving_up, self.low, self.middle, self.high
        )
        return known.expect(position, self.slots)

    def keep(self, known: Pace | None, slots: int, now: datetime) -> None:
        """What is known now."""
        self.slots, self.at, self.served = slots, now, known.served if known else 0
        if known is not None:
            self.slot_seconds, self.giving_up = known.slot_seconds, known.giving_up
            self.low, self.middle, self.high = known.low, known.middle, known.high


def pace(stays: Sequence[Stay], now: datetime) -> Pace | None:
    """From the latest stays of one queue in the order they began; None with too little to judge by."""
    counted = count(stays, now)
    if counted is None:
        return None
    ended = [stay for stay in stays if stay.left_at is not None and stay.left_at <= now]
    return corrected(counted, sorted(ended, key=lambda stay: stay.left_at or now))


def corrected(counted: Pace, ended: Sequence[Stay]) -> Pace:
    """With the interval that would have held four of five of the stays that ended, latest end last.

    When more than a fifth of those that were told missed all the same, it is wider, else narrower.
    """
    judged = [(stay.expected, stay.waited) for stay in ended if stay.served and stay.expected]
    missed = sum(not expected.told.holds(waited) for expected, waited in judged)
    share = (missed + _MISS * _IMAGINED) / (len(judged) + _IMAGINED)
    outside = min(max(_MISS + _GAIN * (_MISS - share), 0.02), 0.5)
    falls = [
        (math.log(max(waited, 0.1)) - expected.mean) / expected.deviation
        for expected, waited in judged
    ]
    known = sorted([*falls, *_IMAGINED_FALLS])
    return replace(
        counted,
        low=_quantile(known, outside / 2),
        middle=_quantile(known, 0.5),
        high=_quantile(known, 1 - outside / 2),
    )


def _quantile(ordered: Sequence[float], share: float) -> float:
    place = min(max(share * (len(ordered) + 1) - 1, 0.0), len(ordered) - 1.0)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def count(stays: Sequence[Stay], now: datetime) -> Pace | None:
    """Those served in the window, the slot-seconds in which somebody waited, and who gave up."""
    known = [(stay, _left(stay, now)) for stay in stays if stay.began_at < now]
    ends = sorted(left for stay, left in known if left is not None and stay.served)
    if len(ends) < LEAST:
        return None
    start = ends[-WINDOW - 1] if len(ends) > WINDOW else known[0][0].began_at
    slot_seconds = waited = 0.0
    gave_up, until = 0, start
    for stay, left in known:
        end = left or now
        if end <= start:
            continue
        waited += (end - max(stay.began_at, start)).total_seconds()
        gave_up += left is not None and not stay.served
        begin = max(stay.began_at, until)
        if end > begin:
            slot_seconds += (end - begin).total_seconds() * max(stay.slots, 1)
            until = end
    if slot_seconds <= 0:
        return None
    return Pace(min(len(ends), WINDOW), slot_seconds, gave_up / waited)


def _left(stay: Stay, now: datetime) -> datetime | None:
    """When it ended, as was known then."""
    return stay.left_at if stay.left_at is not None and stay.left_at <= now else None


def _log_gamma(shape: float) -> tuple[float, float]:
    """Mean and variance of the logarithm of a Gamma(shape, 1): digamma and trigamma of it."""
    mean = variance = 0.0
    x = shape
    while x < 8:  # noqa: PLR2004 - from here on the series below is exact enough
        mean -= 1 / x
        variance += 1 / (x * x)
        x += 1
    y = 1 / (x * x)
    mean += math.log(x) - 0.5 / x - y * (1 / 12 - y * (1 / 120 - y / 252))
    variance += 1 / x + y / 2 + (y / x) * (1 / 6 - y * (1 / 30 - y / 42))
    return mean, variance
