"""What a look at a message finds, before it is said how far it can be believed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# A kind, and the characters that say something of it.
Place = tuple[str, int, int]


@dataclass(frozen=True)
class Found:
    """Words that seem to say something of a kind: what speaks for and against it, and how likely they are of it."""

    key: str
    start: int
    end: int
    evidence: Sequence[float]
    share: float = 0.0
    value: str | None = None
    # As the model takes them, it is over.
    over: bool = False


@dataclass(frozen=True)
class Look:
    """At a message: what was found, the things that are named, and how much there is of what rules heard."""

    found: Sequence[Found]
    things: Sequence[tuple[int, int]]
    heard: Sequence[Found]


def best_of(found: Iterable[Found]) -> list[Found]:
    """One a place."""
    taken: list[Found] = []
    for one in sorted(found, key=lambda each: (-each.share, each.start)):
        if not any(
            each.key == one.key and each.start < one.end and one.start < each.end for each in taken
        ):
            taken.append(one)
    return sorted(taken, key=lambda each: each.start)
