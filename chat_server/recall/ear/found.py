"""What a look at a message finds, before it is said how far it can be believed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# A kind, and the characters that say something of it.
Place = tuple[str, int, int]


@dataclass(frozen=True)
class Found:
    """Words that seem to say something of a kind: how likely that is by the message, and by the words."""

    key: str
    start: int
    end: int
    chance: float
    sure: float


@dataclass(frozen=True)
class Look:
    """At a message: what was found, the things that are named, and how much there is of what rules heard."""

    found: Sequence[Found]
    things: Sequence[tuple[int, int]]
    heard: Sequence[Found]


def best_of(found: Iterable[Found]) -> list[Found]:
    """One a kind."""
    best: dict[str, Found] = {}
    for one in found:
        if one.key not in best or one.sure > best[one.key].sure:
            best[one.key] = one
    return list(best.values())
