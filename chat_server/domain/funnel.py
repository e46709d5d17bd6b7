"""The way from a response element to an order, each step counted once a person."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Literal, TypeAlias

from .lift.intervals import Interval, normal, wilson

LEVEL = 0.95
# Fewer say nothing about a share, whatever a formula makes of them.
ENOUGH = 20
StepName: TypeAlias = Literal["opened", "shown", "seen", "dialogue", "handoff", "coupon", "order"]
STEPS: tuple[StepName, ...] = (
    "opened",
    "shown",
    "seen",
    "dialogue",
    "handoff",
    "coupon",
    "order",
)
# What each step is a share of: a handoff or a coupon is no step on the way to the other.
_OUT_OF: dict[StepName, StepName] = {
    "seen": "shown",
    "dialogue": "seen",
    "handoff": "dialogue",
    "coupon": "dialogue",
    "order": "dialogue",
}


@dataclass(frozen=True)
class Reached:
    """How many people came so far; `dialogues` in which they did, where there is one."""

    people: int
    dialogues: int | None = None


@dataclass(frozen=True)
class FunnelStep:
    """`out_of` are the people of the step it follows from; no interval where those are too few."""

    name: StepName
    people: int
    dialogues: int | None
    out_of: int | None
    interval: Interval | None


def funnel(reached: dict[StepName, Reached]) -> list[FunnelStep]:
    """In the order of the way; those who only followed the link are browsers, not yet contacts, and no base."""
    return [_step(name, reached) for name in STEPS if name in reached]


def _step(name: StepName, reached: dict[StepName, Reached]) -> FunnelStep:
    here = reached[name]
    base = reached.get(_OUT_OF[name]) if name in _OUT_OF else None
    if base is None:
        return FunnelStep(name, here.people, here.dialogues, None, None)
    sure = base.people >= ENOUGH and here.people <= base.people
    share = wilson(here.people / base.people, base.people, LEVEL) if sure else None
    return FunnelStep(name, here.people, here.dialogues, base.people, share)


def rate(count: int, level: float = LEVEL) -> Interval:
    """The interval of a count of independent events, as Poisson's law has it.

    Byar's approximation: Breslow and Day, Statistical Methods in Cancer Research II (1987), 2.10.
    """
    z = normal(level)
    low = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3 if count else 0.0
    more = count + 1
    high = more * (1 - 1 / (9 * more) + z / (3 * sqrt(more))) ** 3
    return Interval(count, max(0.0, low), high)


def cost_each(cost_cents: int, count: int) -> Interval | None:
    """What one of `count` cost, in cents; None when there was none yet."""
    if count == 0:
        return None
    counted = rate(count)
    return Interval(cost_cents / count, cost_cents / counted.high, cost_cents / counted.low)
