"""What may come of a greeting that somebody saw; counted once a person, within a time that was fixed before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# Ratings go from 1 to 5; here everything lies between 0 and 1.
LOWEST, HIGHEST = 1, 5


class OutcomeKey(StrEnum):
    """In the order in which they are shown."""

    DIALOGUE = "dialogue"
    RESOLVED = "resolved"
    COUPON = "coupon"
    REDEEMED = "redeemed"
    ORDER = "order"
    HANDOFF = "handoff"
    RATING = "rating"


@dataclass(frozen=True)
class Outcome:
    """A guardrail is out of those with a dialogue, whom the greeting chose: it can warn, and never win.

    `scale` is how large a difference its intervals are drawn for.
    """

    key: OutcomeKey
    scale: float
    guardrail: bool = False
    more_is_better: bool = True


OUTCOMES = {
    one.key: one
    for one in (
        Outcome(OutcomeKey.DIALOGUE, 0.05),
        Outcome(OutcomeKey.RESOLVED, 0.05),
        Outcome(OutcomeKey.COUPON, 0.05),
        Outcome(OutcomeKey.REDEEMED, 0.05),
        Outcome(OutcomeKey.ORDER, 0.05),
        Outcome(OutcomeKey.HANDOFF, 0.1, guardrail=True, more_is_better=False),
        Outcome(OutcomeKey.RATING, 0.1, guardrail=True),
    )
}
GUARDRAILS = tuple(one for one in OUTCOMES.values() if one.guardrail)
GOALS = tuple(one for one in OUTCOMES.values() if not one.guardrail)


def scaled(rating: int) -> float:
    """A rating as a place between the worst and the best."""
    return (rating - LOWEST) / (HIGHEST - LOWEST)
