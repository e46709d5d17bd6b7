"""The label that the model puts at each token: a kind, or that it is none.

Two values of one kind have at least a comma between them, so that none needs to be told where it begins; and the work
of learning grows with the square of the number of labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .tokens import Token

OUTSIDE = "O"
# What is over, begins later or is unsure; before the name of a kind, that it is over.
NO_FACT = "-"


@dataclass(frozen=True)
class Span:
    """Tokens from `first` to before `last`."""

    first: int
    last: int
    label: str


def labelled(found: Sequence[Token], places: Sequence[tuple[int, int, str]]) -> list[str]:
    """A label a token; `places` are stretches of characters with theirs."""
    labels = [OUTSIDE] * len(found)
    for start, end, label in places:
        for at, (first, last, _) in enumerate(found):
            if first >= start and last <= end:
                labels[at] = label
    return labels


def spans(labels: Sequence[str]) -> Iterator[Span]:
    """What was labelled, in order."""
    first = 0
    for at in range(1, len(labels) + 1):
        if at == len(labels) or labels[at] != labels[first]:
            if labels[first] != OUTSIDE:
                yield Span(first, at, labels[first])
            first = at
