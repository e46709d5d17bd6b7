"""The least value of a function of a few numbers, by Nelder and Mead's simplex (The Computer Journal 7, 1965).

No derivatives and no library: the likelihoods here have three or four parameters and one hill.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter

Point = tuple[float, ...]
Function = Callable[[Point], float]
_STEP = 0.5
_MOST_STEPS = 2_000
_RESTARTS = 6


def minimise(function: Function, start: Sequence[float], tolerance: float = 1e-9) -> Point:
    """Begun anew from where it ended until that changes nothing: a simplex may collapse on a slope."""
    best = tuple(start)
    value = function(best)
    for _ in range(_RESTARTS):
        found, lower = _descend(function, best, tolerance)
        gained, best, value = value - lower, found, lower
        if gained <= tolerance * (1 + abs(value)):
            break
    return best


def _descend(function: Function, start: Point, tolerance: float) -> tuple[Point, float]:
    corners = [(start, function(start))]
    for place in range(len(start)):
        moved = tuple(value + (_STEP if at == place else 0) for at, value in enumerate(start))
        corners.append((moved, function(moved)))
    for _ in range(_MOST_STEPS):
        corners.sort(key=itemgetter(1))
        (_, least), (worst, most) = corners[0], corners[-1]
        if most - least <= tolerance * (1 + abs(least)):
            break
        middle = _mean([corner for corner, _ in corners[:-1]])
        reflected = _valued(function, _beyond(middle, worst, 1.0))
        if reflected[1] < least:
            corners[-1] = min(
                reflected, _valued(function, _beyond(middle, worst, 2.0)), key=itemgetter(1)
            )
        elif reflected[1] < corners[-2][1]:
            corners[-1] = reflected
        else:
            reach = 0.5 if reflected[1] < most else -0.5
            inner = _valued(function, _beyond(middle, worst, reach))
            if inner[1] < min(reflected[1], most):
                corners[-1] = inner
            else:
                corners = _shrunk(function, corners)
    return min(corners, key=itemgetter(1))


def _valued(function: Function, point: Point) -> tuple[Point, float]:
    return point, function(point)


def _mean(points: Sequence[Point]) -> Point:
    return tuple(sum(values) / len(points) for values in zip(*points, strict=True))


def _beyond(middle: Point, worst: Point, reach: float) -> Point:
    """From the worst corner through the middle of the others, and so far beyond."""
    return tuple(m + reach * (m - w) for m, w in zip(middle, worst, strict=True))


def _shrunk(function: Function, corners: list[tuple[Point, float]]) -> list[tuple[Point, float]]:
    best = corners[0]
    halves = [
        tuple((b + c) / 2 for b, c in zip(best[0], corner, strict=True))
        for corner, _ in corners[1:]
    ]
    return [best, *(_valued(function, half) for half in halves)]
