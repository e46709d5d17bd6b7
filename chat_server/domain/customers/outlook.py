"""What is to be expected of each customer in the year to come, and whom to win back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from . import repeat, spend
from .purchases import Summary
from .repeat import RepeatModel
from .spend import SpendModel

WEEKS = 52
# Somebody who is likelier gone than not, and whose coming back would be worth something.
_PROBABLY_GONE = 0.5
# So many are enough to tell seven numbers from, and the fit takes no longer for a large shop.
_MOST_FITTED = 20_000


@dataclass(frozen=True)
class Outlook:
    """Of one customer; `value_cents` is what they are expected to spend, `at_stake_cents` what is lost if they stay away."""

    summary: Summary
    alive: float
    purchases: float
    value_cents: float
    at_stake_cents: float


@dataclass(frozen=True)
class Forecast:
    """`repeat` and `spend` are None while too few came again; `likeness` is the correlation the second model denies.

    `purchases` and `value_cents` are expected of all.
    """

    customers: int
    repeaters: int
    repeat: RepeatModel | None
    spend: SpendModel | None
    likeness: float | None
    outlooks: list[Outlook]
    purchases: float
    value_cents: float


def forecast(summaries: Sequence[Summary]) -> Forecast:
    """Fits both models and asks them about everybody."""
    repeaters = [one for one in summaries if one.repeats]
    fitted = summaries[:: 1 + len(summaries) // _MOST_FITTED]
    again = repeat.fit((one.repeats, one.last, one.age) for one in fitted)
    worth = spend.fit([(one.repeats, one.mean_cents) for one in fitted])
    outlooks = [_outlook(one, again, worth) for one in summaries] if again and worth else []
    return Forecast(
        customers=len(summaries),
        repeaters=len(repeaters),
        repeat=again,
        spend=worth,
        likeness=_likeness(repeaters),
        outlooks=outlooks,
        purchases=fsum(one.purchases for one in outlooks),
        value_cents=fsum(one.value_cents for one in outlooks),
    )


def win_back(outlooks: Sequence[Outlook], most: int) -> list[Outlook]:
    """Those who are probably gone, first who would be worth most if they were not."""
    gone = [one for one in outlooks if one.alive < _PROBABLY_GONE and one.at_stake_cents > 0]
    gone.sort(key=lambda one: (-one.at_stake_cents, one.summary.customer_id))
    return gone[:most]


def most_valuable(outlooks: Sequence[Outlook], most: int) -> list[Outlook]:
    """By what they are expected to spend."""
    return sorted(outlooks, key=lambda one: (-one.value_cents, one.summary.customer_id))[:most]


def _outlook(one: Summary, again: RepeatModel, worth: SpendModel) -> Outlook:
    alive = again.alive(one.repeats, one.last, one.age)
    if_alive = again.expected_alive(one.repeats, one.age, WEEKS)
    each = worth.expected(one.repeats, one.mean_cents)
    return Outlook(
        one, alive, alive * if_alive, alive * if_alive * each, (1 - alive) * if_alive * each
    )


def _likeness(repeaters: Sequence[Summary]) -> float | None:
    """Pearson's correlation of how often and how much."""
    if len(repeaters) < repeat.FEWEST_REPEATERS:
        return None
    often = [float(one.repeats) for one in repeaters]
    much = [one.mean_cents for one in repeaters]
    middle_often, middle_much = fsum(often) / len(often), fsum(much) / len(much)
    both = fsum((x - middle_often) * (y - middle_much) for x, y in zip(often, much, strict=True))
    spread = sqrt(fsum((x - middle_often) ** 2 for x in often)) * sqrt(
        fsum((y - middle_much) ** 2 for y in much)
    )
    return both / spread if spread else None
