"""Replays stays in a queue: what would have been told as each began, and what happened then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from chat_server.domain.waiting import RECALL, Stay, pace


@dataclass(frozen=True)
class Verdict:
    """Of many estimates: share held, shares below and above, median error, median width."""

    judged: int
    unknown: int
    coverage: float
    too_early: float
    too_late: float
    median_wait: float
    median_error: float
    median_width: float


def replay(stays: Sequence[Stay]) -> list[Stay]:
    """Each that ended with a person, with what would have been expected from what was known as it began."""
    known: list[Stay] = []
    for stay in stays:
        now = pace(known[-RECALL:], stay.began_at)
        known.append(replace(stay, expected=now.expect(stay.position, stay.slots) if now else None))
    return [stay for stay in known if stay.served and stay.slots > 0]


def verdict(stays: Sequence[Stay]) -> Verdict:
    """Over all that ended with a person; the error is that of the middle."""
    judged = [(one.expected.told, one.waited) for one in stays if one.expected]
    total = max(len(judged), 1)
    return Verdict(
        judged=len(judged),
        unknown=len(stays) - len(judged),
        coverage=sum(told.holds(waited) for told, waited in judged) / total,
        too_early=sum(waited < told.low for told, waited in judged) / total,
        too_late=sum(waited > told.high for told, waited in judged) / total,
        median_wait=_median(waited for _, waited in judged),
        median_error=_median(abs(told.middle - waited) for told, waited in judged),
        median_width=_median(told.high - told.low for told, _ in judged),
    )


def _median(values: Iterable[float]) -> float:
    found = list(values)
    return median(found) if found else 0.0
