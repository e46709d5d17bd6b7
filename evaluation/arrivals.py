"""When visitors come: how many at a time of the day, relative to the mean."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

_HOUR = 3600.0
_LETTER = 2 / 3


@dataclass(frozen=True)
class Arrivals:
    """`at` a second of the day, and never more than `peak`."""

    peak: float
    at: Callable[[float], float]


def rush_hours(swing: float) -> Arrivals:
    """To and fro in six hours, `swing` above and below the mean."""
    return Arrivals(1 + swing, lambda now: 1 + swing * math.sin(2 * math.pi * now / (6 * _HOUR)))


def steady() -> Arrivals:
    """The same all day."""
    return Arrivals(1.0, lambda _: 1.0)


def noon_and_evening() -> Arrivals:
    """Hardly anybody at night, most in the lunch hour and after supper."""

    def at(now: float) -> float:
        hour = now / _HOUR % 24
        return 0.4 + 1.6 * _hill(hour, 12.5, 1.2) + 2.0 * _hill(hour, 20, 1.5)

    return Arrivals(2.4, at)


def newsletters(times: float) -> Arrivals:
    """At ten and at four a letter goes out, and for forty minutes `times` as many come at once."""

    def at(now: float) -> float:
        hour = now / _HOUR % 24
        return times if any(0 <= hour - sent < _LETTER for sent in (10, 16)) else 1.0

    return Arrivals(times, at)


def _hill(hour: float, top: float, width: float) -> float:
    return math.exp(-(((hour - top) / width) ** 2) / 2)
