"""Which facts cannot hold beside each other, and which say the same."""

from __future__ import annotations

import re

from .fact import Fact, folded
from .kind import FactKind

_NUMBER = re.compile(r"\A(?:\d+|an?|one) ")


def are_rivals(kind: FactKind, fact: Fact, other: Fact) -> bool:
    """Whether only one of the two can hold: the same question, or a contradiction. `kind` is the first one's."""
    alike = folded(fact.value) == folded(other.value)
    if other.key == kind.opposite:
        return alike and fact.subject == other.subject
    if other.key != fact.key:
        return False
    if fact.subject == other.subject:
        return alike or not kind.many or (kind.counts and _thing(fact) == _thing(other))
    # The same, said with more precision.
    return alike and other.subject is None


def say_the_same(held: Fact, said: Fact) -> bool:
    """Whether `said` adds nothing to `held`: who names no subject may mean any."""
    return (
        held.key == said.key
        and folded(held.value) == folded(said.value)
        and (said.subject is None or said.subject == held.subject)
    )


def has_another_end(held: Fact, said: Fact) -> bool:
    """Whether it ends at another time."""
    return said.valid_until is not None and said.valid_until != held.valid_until


def _thing(fact: Fact) -> str:
    """What is counted: "2 cats" and "a cat" are of the same."""
    return _NUMBER.sub("", folded(fact.value)).removesuffix("s")
