"""What one language needs to speak of what is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Sentences with places in braces.

    ``things`` are the kinds as they stand in ``not_told``; ``between`` and ``last`` stand between several of them. ``formal``
    overrides sentences for who wishes to be addressed formally, ``informal`` the other way round.
    """

    things: Mapping[str, str]
    between: str
    last: str
    months: tuple[str, ...]
    day: str
    told_here: str
    told_on: str
    not_told: str
    not_allowed: str
    no_promise: str
    of_others: str
    remembered: str
    nothing: str
    nothing_allowed: str
    no_more: str
    where: str
    more: str
    quoted: str
    not_found: str
    forgotten: str
    nothing_to_forget: str
    check: str
    yes: str
    no: str
    confirmed: str
    denied: str
    unsure: str
    pleased: str
    noted: str
    # Before `noted`: to praise, to a suggestion, to a complaint.
    nice: str
    idea: str
    sorry: str
    join: str = " "
    # What a sentence ends with that has no end.
    ends: str = "."
    informal: Mapping[str, str] | None = None
