"""The simulated days: those by which the estimates were made, and those that nothing was chosen by.

A change of `domain/waiting.py` is tried on the first only. Whoever looks at the second to choose a number has to
put other days in their place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evaluation.arrivals import newsletters, noon_and_evening, rush_hours, steady
from evaluation.simulated_queue import Day, Load


@dataclass(frozen=True)
class Days:
    """Every load on every seed."""

    name: str
    loads: tuple[Load, ...]
    seeds: tuple[int, ...]

    def of(self, load: Load) -> Iterable[Day]:
        """Each day starts anew, as a queue of which nothing is known."""
        return (Day(load, seed) for seed in self.seeds)


_LOADS = (
    Load("one agent, one at a time", 1, 1, 9, 360, 0.9, 1800, rush_hours(0.3), breaks=False),
    Load("small shop, 2 agents × 3", 2, 3, 28, 600, 0.8, 1500, rush_hours(0.6)),
    Load("busy, 6 agents × 4, overloaded", 6, 4, 190, 480, 0.7, 1200, rush_hours(0.5), hours=12),
    Load("big, 20 agents × 5, overloaded", 20, 5, 700, 540, 0.8, 900, rush_hours(0.4), hours=4),
    Load("rush hours, 4 agents × 3", 4, 3, 75, 540, 0.8, 1500, rush_hours(0.9)),
)
_OTHER_LOADS = (
    Load("newsletters, 2 agents × 2", 2, 2, 14, 420, 0.8, 1500, newsletters(4)),
    Load("noon and evening, 3 agents × 4", 3, 4, 34, 600, 0.8, 1200, noon_and_evening()),
    Load("steady, 8 agents × 3, long talks", 8, 3, 90, 700, 1.2, 1500, steady()),
    Load("newsletters, 12 agents × 2", 12, 2, 130, 300, 0.6, 700, newsletters(3)),
)

TUNING = Days("tuning days", _LOADS, (1, 2, 3, 4))
HELD_OUT = (
    Days("held out: the same queues on other days", _LOADS, (101, 102)),
    Days("held out: other queues, other arrivals", _OTHER_LOADS, (201, 202, 203)),
)
