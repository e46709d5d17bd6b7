"""Whether a new model is no worse than the one in service, by lines that neither learned from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import comb

# Of all lines; two trainings from the same examples in another order differ by as much.
_MOST_LOST = 0.003
# A loss that chance alone brings about as rarely as this is one.
_BY_CHANCE = 0.05


class Fault(StrEnum):
    """Why a model may not come into service."""

    # No figures, or figures beside a model that serves no more.
    NOT_COMPARED = "not_compared"
    # Of all lines together it understands fewer.
    FEWER_RIGHT = "fewer_right"
    # In one set, which is one language's, it loses more than chance would take.
    LANGUAGE_WORSE = "language_worse"
    # It is sure of what is wrong more often than chance would have it.
    SURER_OF_WRONG = "surer_of_wrong"


@dataclass(frozen=True)
class Score:
    """One set of one language, heard by both: `reviewed` lines are those that people held back.

    `won` lines only the candidate has right, `lost` only the one in service; `sure_won` only the one in service is
    sure of what is wrong, `sure_lost` only the candidate.
    """

    language: str
    reviewed: bool
    lines: int
    running_right: int
    candidate_right: int
    won: int
    lost: int
    running_surely_wrong: int
    candidate_surely_wrong: int
    sure_won: int
    sure_lost: int


@dataclass(frozen=True)
class Finding:
    """A fault, and in which language where it is one of a language."""

    fault: Fault
    language: str | None = None


def faults(scores: Sequence[Score]) -> list[Finding]:
    """None: it may come into service.

    It may lose no more than chance takes from two models that are as good: in all, where a bound keeps many small
    losses from adding up unseen, in each language, and in what it is sure of.
    """
    if not scores or not sum(score.lines for score in scores):
        return [Finding(Fault.NOT_COMPARED)]
    found = []
    lines, won, lost = (
        sum(getattr(one, name) for one in scores) for name in ("lines", "won", "lost")
    )
    if is_loss(won, lost) or lost - won > _MOST_LOST * lines:
        found.append(Finding(Fault.FEWER_RIGHT))
    found += [
        Finding(Fault.LANGUAGE_WORSE, one.language)
        for one in scores
        if is_loss(one.won, one.lost) and not one.reviewed
    ]
    if is_loss(sum(one.sure_won for one in scores), sum(one.sure_lost for one in scores)):
        found.append(Finding(Fault.SURER_OF_WRONG))
    return found


def is_loss(won: int, lost: int) -> bool:
    """Whether of the lines that changed so many are lost as chance would hardly lose: the sign test, one-sided."""
    changed = won + lost
    if lost <= won:
        return False
    as_many = sum(comb(changed, number) for number in range(lost, changed + 1))
    return as_many / (1 << changed) <= _BY_CHANCE
