"""An experiment's figures and what they say: one verdict, in a word that a page can make a sentence of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import add

from chat_server.domain.lift.intervals import Interval

from .design import Comparison
from .outcomes import GUARDRAILS, OUTCOMES, Outcome, OutcomeKey
from .planning import level_of
from .sequences import Tally, difference, interval

Tallies = Mapping[OutcomeKey, Tally]
_NONE = Tally()


class Verdict(StrEnum):
    """What changing one element did to the goal; `alike`: surely less than would be worth it."""

    BETTER = "better"
    WORSE = "worse"
    ALIKE = "alike"
    UNCLEAR = "unclear"
    FEW = "few"


class Finding(StrEnum):
    """Of the whole experiment; `uneven` and `harm` come before every verdict."""

    UNEVEN = "uneven"
    HARM = "harm"
    BETTER = "better"
    WORSE = "worse"
    ALIKE = "alike"
    UNCLEAR = "unclear"
    FEW = "few"


@dataclass(frozen=True)
class Figure:
    """One outcome of one variant; no interval where too few are behind it."""

    tally: Tally
    interval: Interval | None


@dataclass(frozen=True)
class Guarded:
    """A guardrail: `harmed` when it is surely worse than before."""

    key: OutcomeKey
    lift: Interval | None
    harmed: bool


@dataclass(frozen=True)
class Compared:
    """One change beside what it is compared with: the goal, with its verdict, and every other outcome."""

    comparison: Comparison
    lifts: dict[OutcomeKey, Interval | None]
    verdict: Verdict
    guardrails: tuple[Guarded, ...]


def figures(tallies: Tallies, goal: OutcomeKey, effect: float) -> dict[OutcomeKey, Figure]:
    """Of one variant."""
    return {
        key: Figure(
            tally := tallies.get(key, _NONE),
            interval(tally, _scale(OUTCOMES[key], goal, effect)) if tally.enough else None,
        )
        for key in OutcomeKey
    }


def compare(
    comparisons: Sequence[Comparison],
    variants: Sequence[Tallies],
    goal: OutcomeKey,
    effect: float,
) -> list[Compared]:
    """`variants` in the order of the design; shown intervals are of 95 %, verdicts surer where there are several."""
    level = level_of(len(comparisons))
    guarded = level_of(len(comparisons) * len(GUARDRAILS))
    return [_compared(one, variants, goal, effect, level, guarded) for one in comparisons]


def finding(compared: Sequence[Compared], *, uneven: bool) -> Finding:
    """The first of these that is so."""
    if uneven:
        return Finding.UNEVEN
    if any(guard.harmed for one in compared for guard in one.guardrails):
        return Finding.HARM
    verdicts = {one.verdict for one in compared}
    for verdict in (Verdict.BETTER, Verdict.FEW, Verdict.UNCLEAR, Verdict.WORSE):
        if verdict in verdicts:
            return Finding(verdict)
    return Finding.ALIKE


def judge(other: Tally, base: Tally, effect: float, level: float) -> Verdict:
    """May be asked after every person."""
    if not (other.enough and base.enough):
        return Verdict.FEW
    lift = difference(other, base, effect, level)
    if lift.side:
        return Verdict.BETTER if lift.side > 0 else Verdict.WORSE
    return Verdict.ALIKE if -effect < lift.low and lift.high < effect else Verdict.UNCLEAR


def _compared(
    comparison: Comparison,
    variants: Sequence[Tallies],
    goal: OutcomeKey,
    effect: float,
    level: float,
    guarded: float,
) -> Compared:
    def pair(key: OutcomeKey) -> tuple[Tally, Tally]:
        return _sum(variants, comparison.other, key), _sum(variants, comparison.base, key)

    lifts = {}
    for key, outcome in OUTCOMES.items():
        other, base = pair(key)
        enough = other.enough and base.enough
        lifts[key] = difference(other, base, _scale(outcome, goal, effect)) if enough else None
    guardrails = tuple(
        Guarded(one.key, lifts[one.key], _harmed(one, *pair(one.key), guarded))
        for one in GUARDRAILS
    )
    return Compared(comparison, lifts, judge(*pair(goal), effect, level), guardrails)


def _harmed(outcome: Outcome, other: Tally, base: Tally, level: float) -> bool:
    if not (other.enough and base.enough):
        return False
    side = difference(other, base, outcome.scale, level).side
    return side == (-1 if outcome.more_is_better else 1)


def _sum(variants: Sequence[Tallies], places: Sequence[int], key: OutcomeKey) -> Tally:
    return reduce(add, (variants[at].get(key, _NONE) for at in places), _NONE)


def _scale(outcome: Outcome, goal: OutcomeKey, effect: float) -> float:
    return effect if outcome.key is goal else outcome.scale
