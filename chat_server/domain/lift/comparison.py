"""The two arms side by side, outcome by outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chat_server.domain.hold_out import Arm

from .clusters import Cluster, ratio, share
from .intervals import Interval, Mean, newcombe, welch

ARMS = (Arm.TREATED, Arm.HELD_OUT)
LEVEL = 0.95
# Fewer contacts in an arm say nothing, whatever a formula makes of them.
ENOUGH = 30


class Verdict(StrEnum):
    """What memory did to an outcome."""

    BETTER = "better"
    WORSE = "worse"
    UNCLEAR = "unclear"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one dialogue went; `share` of a hundred contacts were held out when it began."""

    contact_id: str
    arm: Arm
    share: int
    opened_at: datetime
    resolved: bool = False
    handed_off: bool = False
    asked_again: bool = False
    ordered: bool = False
    rating: int | None = None

    @property
    def weight(self) -> float:
        """The inverse of how likely its arm was: so inboxes and times with different shares can be put together.

        Horvitz and Thompson, JASA 47 (1952), 663-685.
        """
        return 100 / (self.share if self.arm is Arm.HELD_OUT else 100 - self.share)


@dataclass(frozen=True)
class Sample:
    """Dialogues of one arm that have an outcome, and whose they are; no mean where these are too few."""

    contacts: int
    dialogues: int
    mean: Mean | None


@dataclass(frozen=True)
class Figure:
    """One arm: how many people and dialogues it rests on; no interval where they are too few."""

    contacts: int
    dialogues: int
    interval: Interval | None


@dataclass(frozen=True)
class Compared:
    """One outcome of both arms, and the difference that memory makes; `mean`: no share but a mean."""

    key: str
    mean: bool
    more_is_better: bool
    treated: Figure
    held_out: Figure
    lift: Interval | None
    verdict: Verdict


@dataclass(frozen=True)
class Measure:
    """`of` is None where a dialogue has no such outcome."""

    key: str
    of: Callable[[Outcome], float | None]
    mean: bool = False
    more_is_better: bool = True


MEASURES = (
    Measure("resolved", lambda outcome: outcome.resolved),
    Measure("asked_again", lambda outcome: outcome.asked_again, more_is_better=False),
    Measure("handed_off", lambda outcome: outcome.handed_off, more_is_better=False),
    Measure("rating", lambda outcome: outcome.rating, mean=True),
    Measure("ordered", lambda outcome: outcome.ordered),
)
# Each verdict is so much surer that all of them together err in one report of twenty (Bonferroni).
VERDICT_LEVEL = 1 - (1 - LEVEL) / len(MEASURES)


def compare(outcomes: Sequence[Outcome]) -> list[Compared]:
    """Every measure; by the arm in which a dialogue began, whatever came later ("intention to treat")."""
    return compare_samples({measure.key: _samples(measure, outcomes) for measure in MEASURES})


def compare_samples(samples: Mapping[str, Mapping[Arm, Sample]]) -> list[Compared]:
    """The same, from what was summed up before, by measure and arm."""
    return [_compared(measure, [samples[measure.key][arm] for arm in ARMS]) for measure in MEASURES]


def _samples(measure: Measure, outcomes: Iterable[Outcome]) -> dict[Arm, Sample]:
    counts = dict.fromkeys(ARMS, 0)
    people: dict[Arm, dict[str, list[float]]] = {
        arm: defaultdict(lambda: [0.0, 0.0]) for arm in ARMS
    }
    for outcome in outcomes:
        value = measure.of(outcome)
        if value is None:
            continue
        sums = people[outcome.arm][outcome.contact_id]
        sums[0] += outcome.weight * value
        sums[1] += outcome.weight
        counts[outcome.arm] += 1
    found: dict[Arm, Sample] = {}
    for arm in ARMS:
        clusters = [Cluster(*sums) for sums in people[arm].values()]
        enough = len(clusters) >= ENOUGH
        found[arm] = Sample(len(clusters), counts[arm], ratio(clusters) if enough else None)
    return found


def _compared(measure: Measure, arms: Sequence[Sample]) -> Compared:
    lift, verdict = None, Verdict.FEW
    if all(arm.mean for arm in arms):
        lift = _lift(measure, arms, LEVEL)
        side = _lift(measure, arms, VERDICT_LEVEL).side
        verdict = Verdict.UNCLEAR
        if side:
            verdict = Verdict.BETTER if (side > 0) is measure.more_is_better else Verdict.WORSE
    treated, held_out = (
        Figure(arm.contacts, arm.dialogues, _interval(measure, arm, LEVEL) if arm.mean else None)
        for arm in arms
    )
    return Compared(
        measure.key, measure.mean, measure.more_is_better, treated, held_out, lift, verdict
    )


def _interval(measure: Measure, arm: Sample, level: float) -> Interval:
    mean = _mean(arm)
    return mean.interval(level) if measure.mean else share(mean, arm.dialogues, level)


def _lift(measure: Measure, arms: Sequence[Sample], level: float) -> Interval:
    treated, held_out = arms
    if measure.mean:
        return welch(_mean(treated), _mean(held_out), level)
    return newcombe(_interval(measure, treated, level), _interval(measure, held_out, level))


def _mean(arm: Sample) -> Mean:
    assert arm.mean is not None, "enough contacts"  # noqa: S101 - asked before
    return arm.mean
