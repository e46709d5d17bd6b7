"""What begins later: until then the former value holds beside it, from then on it gives way.

Nothing of this is written on the former one before the day, so that a plan that is dropped leaves no trace on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from .fact import Fact, FactReason, FactState
from .kinds import FACT_KINDS, holds, is_past, until_of
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


def as_of(facts: Iterable[Fact], current: Iterable[Fact], now: datetime) -> list[Fact]:
    """`facts` as they are to be seen now: what is past or has given way says so, though nobody wrote it down yet.

    `current` are all of the contact that count.
    """
    gone = {old.id: new for old, new in given_way(current, now)}
    return [_seen(one, gone.get(one.id), now) for one in facts]


def _seen(fact: Fact, new: Fact | None, now: datetime) -> Fact:
    if new is not None and fact.state is FactState.CURRENT:
        at = max(new.valid_from or new.since, fact.since)
        return replace(
            fact,
            state=FactState.SUPERSEDED,
            reason=FactReason.NEWER,
            ended_at=at,
            superseded_by=new.id,
        )
    if is_past(fact, now):
        until = until_of(fact) or now
        return replace(fact, state=FactState.ENDED, reason=FactReason.EXPIRED, ended_at=until)
    return fact


def _begin(fact: Fact) -> datetime:
    return max(fact.valid_from, fact.since) if fact.valid_from else fact.since
