"""What begins later: until then the former value holds beside it, from then on it gives way.

Nothing of this is written on the former one before the day, so that a plan that is dropped leaves no trace on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from .fact import Fact, FactState
from .kinds import FACT_KINDS, holds
from .rivals import are_rivals


def begins_later(fact: Fact, at: datetime) -> bool:
    """Whether it does not hold yet at that time."""
    return fact.valid_from is not None and fact.valid_from > at


def stand_apart(one: Fact, other: Fact) -> bool:
    """Whether rivals may both be held, as one of them begins only after the other was said."""
    at = max(one.since, other.since)
    return begins_later(one, at) != begins_later(other, at)


def given_way(facts: Iterable[Fact], now: datetime) -> list[tuple[Fact, Fact]]:
    """Facts whose successor has begun by now, each with it."""
    counted = [one for one in facts if one.state is FactState.CURRENT]
    begun = [one for one in counted if one.valid_from is not None and one.valid_from <= now]
    begun.sort(key=_begin)
    found: dict[str, tuple[Fact, Fact]] = {}
    for new in begun:
        kind = FACT_KINDS.get(new.key)
        if kind is None:
            continue
        for old in counted:
            if old.id not in found and _begin(old) < _begin(new) and are_rivals(kind, new, old):
                found[old.id] = (old, new)
    return list(found.values())


def holding(facts: Sequence[Fact], now: datetime) -> list[Fact]:
    """Of all that a contact is known by, what holds now, in the order given."""
    gone = {old.id for old, _ in given_way(facts, now)}
    return [one for one in facts if one.id not in gone and holds(one, now)]


def _begin(fact: Fact) -> datetime:
    return max(fact.valid_from, fact.since) if fact.valid_from else fact.since
